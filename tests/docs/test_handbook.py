"""What the handbook says is on the screen is on the screen, and a guide is one sheet of paper."""

import re
from functools import cache
from pathlib import Path

import polib
import pytest
import wagtail

from innovations.models.review import setup

ROOT = Path(__file__).resolve().parents[2]
THAI = sorted((ROOT / "docs").glob("*/th/*.md"))
ENGLISH = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


@cache
def labels() -> frozenset[str]:
    """Every Thai text of the interface: the portal's, its overlay's, Wagtail's; and the names of the review's steps."""
    ours = [polib.pofile(str(path)) for path in (ROOT / "locale").rglob("django*.po")]
    wagtails = [polib.mofile(str(path)) for path in Path(wagtail.__path__[0]).rglob("locale/th/LC_MESSAGES/django.mo")]
    found = {text.strip() for file in ours + wagtails for entry in file for text in _texts(entry)}
    steps = re.findall(r'"([^"]*[\u0e00-\u0e7f][^"]*)"', Path(setup.__file__).read_text(encoding="utf-8"))
    return frozenset(found | set(steps))


def _texts(entry: polib.POEntry) -> list[str]:
    return [entry.msgstr, *entry.msgstr_plural.values()]


def _prose(page: Path) -> str:
    return re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)


@pytest.mark.parametrize("page", THAI, ids=lambda page: page.stem)
def test_bold_words_of_the_handbook_stand_on_the_screen(page):
    named = [part for words in re.findall(r"\*\*(.+?)\*\*", _prose(page)) for part in words.split(" → ")]
    allowed = labels() | {"ตัวหนา"}  # the handbook says once what bold means
    assert [label for label in named if label not in allowed] == []


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.name)
def test_menus_named_in_the_english_pages_exist(page):
    named = re.findall(r"(?<![*\w])\*([^*\n]*[\u0e00-\u0e7f][^*\n]*)\*(?![*\w])", _prose(page))
    assert [label for way in named for label in way.split(" → ") if label not in labels()] == []


def test_the_words_are_those_of_one_dictionary():
    """The handbook calls things as the screens do, and has no blank before ๆ forgotten."""
    for page in THAI:
        text = _prose(page)
        assert not re.search(r"\Sๆ|ๆ[^\s)”]", text), page.name
        for wrong in ("ปลั๊กอิน", "เว็บไซด์", "คลิ๊ก", "อีเมล์", "อัพโหลด", "!"):
            assert wrong not in re.sub(r"!\[", "[", text), f"{page.name}: {wrong}"
