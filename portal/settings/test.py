"""For the tests: fast hashing, files in a folder of the run, every host."""

import os
import tempfile
from pathlib import Path

from portal.plugins.discovery import installed_apps

from .base import *  # noqa: F403
from .base import DATABASES, INSTALLED_APPS, PORTAL_PLUGINS, STORAGES
from .mail import post_office

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
PORTAL_PLUGINS = [*PORTAL_PLUGINS, "tests.sample_plugin.notices.apps.NoticesPlugin"]
INSTALLED_APPS = [*INSTALLED_APPS, *installed_apps(PORTAL_PLUGINS[-1:])]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = Path(tempfile.gettempdir()) / "portal-test-media"
PRIVATE_FILES_ROOT = Path(tempfile.gettempdir()) / "portal-test-private"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
POST_OFFICE = post_office(EMAIL_BACKEND)  # `portal.mail.letters.send_waiting()` empties the queue into mail.outbox
SERVE_MEDIA = True
AXES_ENABLED = False
PAGE_CACHE_MEGABYTES = PAGE_PARTS_MEGABYTES = 0  # tests of the cache switch them on
RATELIMIT_ENABLE = False  # tests of the limits switch it on
DATABASES["default"]["CONN_MAX_AGE"] = 0
if _name := os.environ.get("TEST_DATABASE"):  # a file that `pytest --reuse-db` keeps between runs
    DATABASES["default"]["TEST"] = {"NAME": _name}
