"""Every icon that a template or a plugin names has to be in the sprite: a missing one shows nothing, silently."""

import re
from pathlib import Path
from xml.etree import ElementTree

from portal.plugins.registry import search_sources

ROOT = Path(__file__).parents[2]
USED = re.compile(r'{% icon "([a-z0-9-]+)" %}')


def sprite() -> set[str]:
    tree = ElementTree.parse(ROOT / "portal/static/portal/icons.svg")  # noqa: S314 - our own file
    return {symbol.get("id") for symbol in tree.iter("{http://www.w3.org/2000/svg}symbol")}


def test_every_icon_of_a_template_is_in_the_sprite():
    used = {name for path in (ROOT / "templates").rglob("*.html") for name in USED.findall(path.read_text("utf-8"))}
    assert used
    assert used <= sprite()


def test_every_icon_of_a_kind_is_in_the_sprite():
    assert {source.icon for source in search_sources()} <= sprite()


def test_an_icon_is_silent_for_screen_readers(render):
    assert 'aria-hidden="true"' in render('{% load icons %}{% icon "search" %}')
