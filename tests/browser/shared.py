"""Content that many tests look at and none changes: made once, seen by the server, gone afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from portal.plugins import activation
from tests.search.index import SearchIndex

from .quiet import Requests


@dataclass(slots=True)
class Portal:
    """A running portal and a browser before it."""

    browser: Any
    address: str
    index: SearchIndex
    contexts: list[Any] = field(default_factory=list)

    def open(self, path: str = "/", user: Any = None, width: int = 1280, **options: Any) -> Any:
        """The page, in a browser of its own, before `user` where one is named."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": width, "height": options.pop("height", 800)},
            **{"service_workers": "block", **options},
        )
        if user:
            context.add_cookies([{**session_of(user), "url": self.address}])
        self.contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page


def session_of(user: Any) -> dict[str, str]:
    """The cookie of somebody who has signed in."""
    client = Client()
    client.force_login(user)
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}


@contextmanager
def portal_with_its_own_data(browser: Any, migrated: str, folder: Path, requests: Requests) -> Iterator[Portal]:
    """A portal on a database as the migrations left it; that is how the next test finds it too."""
    places = {"MEDIA_ROOT": folder / "media", "PRIVATE_FILES_ROOT": folder / "private"}
    with override_settings(**places, SEARCH_URL=f"embedded://{folder}/search"):
        _start_anew(migrated)
        server = LiveServer("localhost")
        portal = Portal(browser, server.url, SearchIndex())
        try:
            yield portal
        finally:
            for context in portal.contexts:
                context.close()
            requests.wait_until_quiet()
            server.stop()
            _start_anew(migrated)


def _start_anew(migrated: str) -> None:
    call_command(
        "flush", verbosity=0, interactive=False, reset_sequences=False, allow_cascade=False, inhibit_post_migrate=True
    )
    ContentType.objects.clear_cache()
    # The types first: what listens to the saving of other rows asks for them, and would make them anew.
    rows = sorted(json.loads(migrated), key=lambda row: row["model"] != "contenttypes.contenttype")
    connection.creation.deserialize_db_from_string(json.dumps(rows))
    Site.clear_site_root_paths_cache()
    cache.clear()
    activation.forget()
