"""Every hue can be read, in light and in dark, as the sheet is today; the office is refused one that cannot."""

import pytest
from django.core.exceptions import ValidationError

from portal.content import palette


def test_the_tokens_are_read_from_the_style_sheet():
    tokens = palette.tokens()
    assert {"accent", "paper", "surface", "ink", "cover", "focus", "area-th"} <= set(tokens)
    assert tokens["ink"] == ("#1b222c", "#e9e7e1")  # not what the block for high contrast says later


def test_colours_are_those_that_a_browser_shows():
    assert palette.as_hex("accent", "light", 252) == "#1e4c7c"
    assert palette.as_hex("accent", "dark", 252) == "#9bc1ed"


def test_everything_in_the_offices_colour_can_be_read_in_all_360_hues_light_and_dark():
    weak = {
        hue: one
        for hue in palette.HUES
        for one in palette.measure(palette.ACCENT_PAIRS, hue)
        if one.contrast < palette.LEAST
    }
    assert weak == {}


def test_what_no_office_changes_can_be_read_too():
    assert [one for one in palette.measure(palette.FIXED_PAIRS) if not one.passes] == []


def test_the_tab_of_every_learning_area_is_seen_on_the_page():
    areas = tuple(palette.Pair(name, "paper", name, 3.0) for name in palette.tokens() if name.startswith("area-"))
    assert len(areas) == 11
    assert [one for one in palette.measure(areas) if not one.passes] == []


@pytest.fixture
def pale_sheet(monkeypatch, tmp_path):
    """A style sheet in which somebody made the accent too pale."""
    sheet = tmp_path / "site.css"
    text = palette._SHEET.read_text(encoding="utf-8")
    sheet.write_text(text.replace("oklch(0.41 0.095 var(--hue))", "oklch(0.72 0.095 var(--hue))"), encoding="utf-8")
    monkeypatch.setattr(palette, "_SHEET", sheet)
    palette.tokens.cache_clear()
    palette.colour.cache_clear()
    yield
    palette.tokens.cache_clear()
    palette.colour.cache_clear()


def test_a_hue_that_cannot_be_read_is_refused_with_where_and_how_much(office, pale_sheet):
    office.hue = 100
    with pytest.raises(ValidationError) as refused:
        office.full_clean()
    [message] = refused.value.message_dict["hue"]
    assert "4.5" in message


@pytest.mark.parametrize("hue", [0, 100, 359])
def test_a_hue_that_can_be_read_is_taken(office, hue):
    office.hue = hue
    office.full_clean()


@pytest.mark.parametrize("hue", [-1, 360, 4000])
def test_what_is_no_hue_is_refused_beside_its_field(office, hue):
    office.hue = hue
    with pytest.raises(ValidationError) as refused:
        office.full_clean()
    assert "hue" in refused.value.message_dict
