"""A real browser at a real server: Debian's Chromium, driven by Playwright."""

import os
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from .content import make_content
from .quiet import Requests

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session")
def migrated(django_db_setup) -> str:
    """What the migrations wrote, kept before Playwright's event loop gives the thread another database connection."""
    return connection._test_serialized_contents


@pytest.fixture(scope="session")
def chromium(migrated):
    """The browser, once for all tests. Where it is missing they are skipped, but a build server has to have it."""
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{CHROMIUM} is missing; install Debian's chromium")
        pytest.skip(f"{CHROMIUM} is missing")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread; Django would refuse the database to a thread with a loop.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        connection._test_serialized_contents = migrated
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def requests() -> Requests:
    """What the server is answering."""
    return Requests()


@pytest.fixture
def visit(chromium, live_server, requests):
    """`visit(path, width=360, scheme="dark", script=False)`: the page, open, in a browser of its own."""
    contexts = []

    def visited(path="/", width=1280, height=800, scheme="light", script=True, cookies=(), **options):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=script,
            **{"service_workers": "block", **options},  # one would go on asking behind the test
        )
        context.add_cookies([{**cookie, "url": live_server.url} for cookie in cookies])
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield visited
    for context in contexts:
        context.close()
    requests.wait_until_quiet()


@pytest.fixture
def committed(chromium, transactional_db, django_db_serialized_rollback) -> None:
    """A database whose changes the server sees, with what the migrations wrote."""


@pytest.fixture
def addresses(committed, search_index, home) -> dict[str, str]:
    """What there is to look at: a name for each page, and its address."""
    made = make_content(home)
    search_index.catch_up()
    return made
