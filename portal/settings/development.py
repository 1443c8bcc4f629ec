"""For `make demo` and for work on the portal: local, no certificate, a secret of its own kept under `var/`."""

from .base import *  # noqa: F403
from .base import DATA_DIR, STORAGES
from .development_secret import kept_secret
from .env import env
from .mail import sent_through

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret(DATA_DIR / "development-secret")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
globals().update(sent_through("consolemail://"))  # letters are printed where the portal runs
SERVE_MEDIA = True
