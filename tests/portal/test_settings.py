"""Settings: documented, secure as they stand, and loud when something is missing."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(code: str, **environment: str) -> subprocess.CompletedProcess:
    """Run Python in a process of its own with just these settings."""
    base = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env={**base, **environment}, capture_output=True, text=True, check=False
    )


def test_env_example_names_exactly_what_the_settings_read():
    read = set()
    for path in (ROOT / "portal" / "settings").glob("*.py"):
        read |= set(re.findall(r'env\.[a-z_]+\(\s*"([A-Z_]+)"', path.read_text(encoding="utf-8")))
    written = set(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.M))
    assert read == written


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_does_not_start_without(missing, tmp_path):
    environment = {"SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "portal.example.org", "PORTAL_DATA_DIR": str(tmp_path)}
    del environment[missing]
    result = run("import django; django.setup()", DJANGO_SETTINGS_MODULE="portal.settings.production", **environment)
    assert result.returncode != 0
    assert missing in result.stderr


def test_everything_is_written_under_the_data_directory(tmp_path):
    code = (
        "from django.conf import settings as s; "
        "print(s.DATABASES['default']['NAME'], s.MEDIA_ROOT, s.STATIC_ROOT, s.DATA_DIR, sep='\\n')"
    )
    result = run(code, DJANGO_SETTINGS_MODULE="portal.settings.development", PORTAL_DATA_DIR=str(tmp_path / "data"))
    assert result.returncode == 0, result.stderr
    assert all(line.startswith(str(tmp_path / "data")) for line in result.stdout.split())


def test_database_url_chooses_postgresql(tmp_path):
    code = "from django.conf import settings as s; print(s.DATABASES['default']['ENGINE'])"
    result = run(
        code,
        DJANGO_SETTINGS_MODULE="portal.settings.development",
        PORTAL_DATA_DIR=str(tmp_path),
        DATABASE_URL="postgres://u:p@127.0.0.1:5432/portal",
    )
    assert result.stdout.strip() == "django.db.backends.postgresql", result.stderr


def test_the_development_secret_is_made_once_and_for_its_owner_only(tmp_path):
    code = "from django.conf import settings as s; print(s.SECRET_KEY)"
    environment = {"DJANGO_SETTINGS_MODULE": "portal.settings.development", "PORTAL_DATA_DIR": str(tmp_path)}
    first, second = run(code, **environment).stdout, run(code, **environment).stdout
    assert first == second and len(first) > 50
    assert (tmp_path / "development-secret").stat().st_mode & 0o077 == 0


def test_an_unknown_plugin_stops_the_start_with_the_way_out(tmp_path):
    result = run(
        "import django; django.setup()",
        DJANGO_SETTINGS_MODULE="portal.settings.development",
        PORTAL_DATA_DIR=str(tmp_path),
        PORTAL_PLUGINS="manuals,weather",
    )
    assert result.returncode != 0
    assert "pip install portal-weather" in result.stderr


def test_an_error_reaches_the_journal_of_a_server(tmp_path):
    code = (
        "import django; django.setup(); "
        "from django.core.handlers.exception import response_for_exception as answer; "
        "from django.test import RequestFactory; "
        "answer(RequestFactory().get('/broken/', HTTP_HOST='portal.example.org'), ValueError('what went wrong'))"
    )
    result = run(
        code,
        DJANGO_SETTINGS_MODULE="portal.settings.production",
        PORTAL_DATA_DIR=str(tmp_path),
        SECRET_KEY="x" * 50,
        ALLOWED_HOSTS="portal.example.org",
        DATABASE_URL=f"sqlite:///{tmp_path}/empty.sqlite3",
    )
    assert "Internal Server Error: /broken/" in result.stderr
    assert "what went wrong" in result.stderr
