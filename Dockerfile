FROM python:3.11-slim-bookworm
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 DJANGO_SETTINGS_MODULE=portal.settings.production PORTAL_DATA_DIR=/data
RUN apt-get update && apt-get install -y --no-install-recommends poppler-utils && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home portal && install -d -o portal /data
WORKDIR /portal
COPY requirements.txt pyproject.toml README.md LICENSE ./
RUN pip install -r requirements.txt
COPY . .
RUN pip install --no-deps -e . && python manage.py compile_translations \
    && SECRET_KEY=build ALLOWED_HOSTS=build python manage.py collectstatic --noinput \
    && chown -R portal /data
USER portal
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "portal.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4"]
