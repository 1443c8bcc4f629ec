"""A portal with this plugin and nothing else, in memory."""

import os
import tempfile

os.environ.setdefault("PORTAL_DATA_DIR", tempfile.mkdtemp())
os.environ["PORTAL_PLUGINS"] = "competitions"

from portal.settings.development import *  # noqa: F403

ALLOWED_HOSTS = ["testserver"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
