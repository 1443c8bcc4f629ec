"""The demo in a folder of its own, served as an office serves it: production settings, compressed static files."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import quote

from harness import ROOT, say
from serving import served

QUESTION: Final = "/search/?q=" + quote("การนิเทศ")
_SETTINGS: Final = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "ALLOWED_HOSTS": "127.0.0.1",
    "SECURE_SSL_REDIRECT": "false",  # no certificate on 127.0.0.1
    "SECURE_HSTS_SECONDS": "0",
    "SERVE_MEDIA": "true",
    "PORTAL_BASE_URL": "http://127.0.0.1",
}


@contextmanager
def demo() -> Iterator[tuple[str, dict[str, str]]]:
    """The address of the server, and a name -> path for each page. BENCH_FOLDER names a folder that is used again."""
    below = ROOT / "var" / "bench"
    below.mkdir(parents=True, exist_ok=True)
    kept = os.environ.get("BENCH_FOLDER", "")
    with TemporaryDirectory(dir=below) as made:
        folder = Path(kept or made).absolute()
        is_new = not (folder / "portal.sqlite3").exists()
        os.environ.update(_SETTINGS, PORTAL_DATA_DIR=str(folder), SECRET_KEY=secrets.token_urlsafe(50))
        _prepare(is_new)
        with served() as port:
            yield f"http://127.0.0.1:{port}", _paths()


def _prepare(is_new: bool) -> None:
    from django import setup

    sys.path.insert(0, str(ROOT))
    setup()
    from django.core.management import call_command

    from portal.content.renditions import prepare_waiting

    call_command("migrate", verbosity=0)
    if is_new:
        say("Loading the demo")
        call_command("rebuild_search_index", if_needed=True, no_check=True, stdout=sys.stderr)
        call_command("load_demo", stdout=sys.stderr)
        while prepare_waiting():  # as the timer does
            say("Pictures in all sizes")
    subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "collectstatic", "--noinput", "--verbosity", "0"], check=True
    )


def _paths() -> dict[str, str]:
    from innovations.models import BestPracticePage
    from manuals.models import WorkManualPage, WorkProcessPage

    shown = [
        ("manual", WorkManualPage.objects.readable().order_by("path")),
        ("process", WorkProcessPage.objects.readable().filter(steps__isnull=False).order_by("path")),
        ("work", BestPracticePage.objects.readable().filter(cover__isnull=False).order_by("path")),
    ]
    pages = {name: found.first().url for name, found in shown if found.exists()}
    return {"home": "/", **pages, "search": "/search/", "results": QUESTION, "overview": "/overview/"}
