"""Every page is valid HTML by the Nu checker, one process for all of them. `.ci/vnu fetch` brings it; it needs Java.

Where one of the two is missing this is skipped, but a build server has to have them."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from tests import factories
from tests.browser.looking import Place
from tests.browser.pages.places import account_places, contributors_places, reviewers_places, visitors_places

ROOT = Path(__file__).parents[2]
CHECKER = ROOT / ".ci" / "vnu"


@pytest.fixture(scope="module")
def check():
    """`check(folder)`: the stem of each page in it that the checker finds fault with, and the fault."""
    fetched = subprocess.run([CHECKER, "classpath"], capture_output=True, text=True, check=False)
    if fetched.returncode:
        if os.environ.get("CI") == "true":
            pytest.fail(fetched.stderr)
        pytest.skip(fetched.stderr)

    def checked(folder: Path) -> list[tuple[str, str]]:
        program = ["java", "-Xss4m", "-cp", fetched.stdout.strip(), "nu.validator.client.SimpleCommandLineValidator"]
        asked = subprocess.run(
            [*program, "--format", "json", "--exit-zero-always", "--stdout", "--errors-only", str(folder)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return [_fault(message) for message in json.loads(asked.stdout)["messages"]]

    return checked


def _fault(message: dict[str, Any]) -> tuple[str, str]:
    return Path(message["url"]).stem, f"{message['message']} {message.get('extract', '')!r}"


def pages_of(places: Callable[[Any], list[Place]]) -> dict[str, str]:
    """The HTML of a group of screens by name; what was made for them is gone afterwards."""
    with transaction.atomic():
        pages = {place.name: html_of(place) for place in places(factories.make_home())}
        transaction.set_rollback(True)
    return pages


def html_of(place: Place) -> str:
    """As the browser gets it."""
    if place.html:
        return place.html
    client = Client()
    if place.user:
        client.force_login(place.user)
    answer = client.get(place.address, follow=True)
    if place.is_wrong:
        answer = client.post(answer.request["PATH_INFO"], {})
    return answer.content.decode()


def test_every_page_is_valid(home, search_index, check, tmp_path):
    pages = {}
    for places in (visitors_places, reviewers_places, contributors_places, account_places):
        pages |= pages_of(places)
    assert len(pages) > 100
    names, folder = dict(enumerate(pages)), tmp_path / "pages"
    folder.mkdir()
    for number, name in names.items():
        (folder / f"{number}.html").write_text(pages[name], encoding="utf-8")
    wrong = [f"{names[int(number)]}: {fault}" for number, fault in check(folder)]
    assert not wrong, "\n".join(wrong)
