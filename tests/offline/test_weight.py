"""A first visit on 2G: style, scripts, icons and fonts of a page stay small, and no text waits for its font."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from lxml import html

from innovations.models import BestPracticePage
from tests import factories
from tests.innovations.making import full_practice, make_shelf

pytestmark = pytest.mark.django_db
LIMIT = 150_000  # bytes, with all six faces: a page rarely needs the Latin ones


@pytest.fixture
def addresses(home):
    manual = factories.make_manual(factories.make_manual_index(home))
    return {
        "home": "/",
        "manual": manual.url,
        "process": factories.make_process(manual).url,
        "work": full_practice(home).url,
        "works": make_shelf(home, BestPracticePage).url,
        "search": "/search/?q=การนิเทศ",
        "overview": "/overview/",
    }


def own_files(page: html.HtmlElement) -> set[str]:
    """Paths below /static/ of what the page loads, without pictures."""
    found = page.xpath("//link[@rel='stylesheet']/@href | //link[@rel='preload']/@href | //script/@src | //use/@href")
    return {address.split("#")[0].removeprefix("/static/") for address in found if address.startswith("/static/")}


def packed(path: str) -> int:
    """Bytes as they are sent. Brotli, which browsers take over TLS, is smaller still."""
    content = Path(finders.find(path)).read_bytes()
    return len(content) if path.endswith(".woff2") else len(gzip.compress(content, 9))


def faces() -> set[str]:
    sheet = Path(finders.find("portal/css/site.css")).read_text(encoding="utf-8")
    return {f"portal/fonts/{name}" for name in re.findall(r"fonts/([\w-]+\.woff2)", sheet)}


def test_the_own_files_of_every_kind_of_page_are_light(client, addresses):
    weights = {}
    for name, address in addresses.items():
        page = html.fromstring(client.get(address).content.decode())
        weights[name] = sum(packed(path) for path in own_files(page) | faces())
    assert {name: weight for name, weight in weights.items() if weight > LIMIT} == {}, weights


def test_text_is_shown_before_its_fonts_are_there():
    sheet = Path(finders.find("portal/css/site.css")).read_text(encoding="utf-8")
    for face in re.findall(r"@font-face \{(.*?)\}", sheet, re.DOTALL):
        is_stand_in = "local(" in face
        assert "size-adjust" in face and "ascent-override" in face if is_stand_in else "font-display: swap" in face


def test_every_picture_of_a_public_page_has_its_room(client, addresses):
    for address in addresses.values():
        for picture in html.fromstring(client.get(address).content.decode()).iter("img"):
            assert picture.get("width") and picture.get("height"), html.tostring(picture)
