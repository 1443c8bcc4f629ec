# Everything an office or an engineer needs, in two commands: `make demo` and `make test`.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
MANUAL ?=
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
SOURCES := portal home manuals innovations search

.DEFAULT_GOAL := help
.PHONY: help install demo screenshots test check lint types templates migrations translations deploy architecture messages bench bench-scale weights lighthouse clean elasticsearch elasticsearch-stop needs-python needs-gettext

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

needs-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null || \
	  { echo "Python 3.11 is needed. On Debian 12: sudo apt install python3 python3-venv make git"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python's venv module is needed. On Debian 12: sudo apt install python3-venv"; exit 1; }

needs-gettext:
	@command -v xgettext >/dev/null || { echo "make check needs gettext: sudo apt install gettext"; exit 1; }

install: $(VENV)/.installed ## make .venv with what the portal needs

$(VENV)/.installed: requirements.txt pyproject.toml $(shell find locale -name '*.po' 2>/dev/null)
	@$(MAKE) --no-print-directory needs-python
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	$(MANAGE) compile_translations
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

demo: install ## start the portal with demo content on 127.0.0.1:8000 (PORT=8080, MANUAL=file.txt)
	@PORTAL_BASE_URL="$${PORTAL_BASE_URL:-http://127.0.0.1:$(PORT)}" $(MANAGE) demo --port $(PORT) $(if $(MANUAL),--manual "$(MANUAL)")

test: $(VENV)/.installed-dev ## install what the tests need and run them all
	TEST_ELASTICSEARCH_URL="$${TEST_ELASTICSEARCH_URL:-$$(.ci/elasticsearch address)}" $(BIN)/pytest -n $(WORKERS)

elasticsearch: ## start an Elasticsearch for development and tests on 127.0.0.1:9200 (ELASTICSEARCH_PORT=9201)
	@.ci/elasticsearch start

elasticsearch-stop: ## stop it; its data stay
	@.ci/elasticsearch stop

check: $(VENV)/.installed-dev lint types templates migrations translations deploy architecture ## everything that needs no running portal

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.installed-dev
	$(BIN)/mypy $(SOURCES)

templates: $(VENV)/.installed-dev
	git ls-files -z '*.html' | xargs -0 $(BIN)/djade --target-version 5.2 --check
	git ls-files -z '*.html' | xargs -0 $(BIN)/djhtml --tabwidth 2 --check

migrations: $(VENV)/.installed-dev
	DJANGO_SETTINGS_MODULE=portal.settings.test $(MANAGE) makemigrations --check --dry-run

translations: $(VENV)/.installed-dev needs-gettext
	$(MANAGE) check_translations

deploy: $(VENV)/.installed-dev
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') ALLOWED_HOSTS=portal.example.org \
	  DJANGO_SETTINGS_MODULE=portal.settings.production $(MANAGE) check --deploy --fail-level WARNING

architecture: $(VENV)/.installed-dev
	$(BIN)/pytest tests/architecture -p no:cacheprovider

messages: $(VENV)/.installed-dev needs-gettext ## refresh locale/th from the sources
	$(MANAGE) makemessages --locale th --add-location file --no-wrap $(foreach folder,.venv var examples tests build,--ignore '$(folder)/*')

bench: $(VENV)/.installed-dev ## measure what the documentation calls fast
	$(BIN)/python bench/import_manual.py
	$(BIN)/python bench/flow_chart.py
	$(BIN)/python bench/search_quality.py
	$(BIN)/python bench/search_portal.py
	$(BIN)/python bench/serving_pages.py

screenshots: $(VENV)/.installed-dev ## make the documentation's pictures, and all templates in build/screenshots/index.html
	$(BIN)/python -m docs.screenshots $(if $(ONLY),--only $(ONLY))

weights: $(VENV)/.installed-dev ## weigh the pages in chromium, and measure what moves when fonts come late
	$(BIN)/python bench/weights.py

lighthouse: $(VENV)/.installed-dev ## ask Lighthouse about the demo, as a phone (RUNS=3)
	$(BIN)/python bench/lighthouse.py

bench-scale: $(VENV)/.installed-dev ## measure the search at 20,000 and 200,000 documents, in both engines
	$(BIN)/python bench/search_scale.py

clean: ## forget the environment; the portal's data under var/ stays
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache
