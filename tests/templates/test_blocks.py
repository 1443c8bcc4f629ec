"""The body blocks as visitors see them."""

import pytest
from wagtail.blocks import StreamBlock

from portal.content.blocks import BODY_BLOCKS
from portal.content.models import OfficeSettings

BODY = StreamBlock(BODY_BLOCKS)
ITEMS = {"items": [{"text": "วิเคราะห์", "children": ["ราย & โรงเรียน"]}, {"text": "จัดทำแผน", "children": []}]}
TABLE = {
    "data": [["ภาคเรียน", "จำนวน"], ["1", "<b>2</b>"]],
    "first_row_is_table_header": True,
    "first_col_is_header": True,
    "table_caption": "ปฏิทิน",
}


@pytest.fixture
def show(rf, home):
    """`show("heading", "…", heading_level=3)`: one block, rendered as on a page."""

    def shown(kind, value, **context):
        stream = BODY.to_python([{"type": kind, "value": value}])
        return stream[0].render({"request": rf.get("/"), **context})

    return shown


def test_a_heading_has_a_permanent_link(show):
    shown = show("heading", "บทบาทหน้าที่")
    assert '<h2 id="botbat-nathi">' in shown
    assert 'href="#botbat-nathi"' in shown


def test_a_heading_takes_the_level_of_its_place(show):
    assert "<h3 id=" in show("heading", "บทบาทหน้าที่", heading_level=3)


def test_a_list_is_numbered_in_the_text(show):
    shown = show("numbered_list", ITEMS)
    assert '<span class="no">1.</span>' in shown
    assert '<span class="no">1.1</span>' in shown
    assert '<span class="no">2.</span>' in shown


def test_a_list_in_a_part_begins_with_its_number(show):
    shown = show("numbered_list", ITEMS, list_prefix="2")
    assert '<span class="no">2.1</span>' in shown
    assert '<span class="no">2.1.1</span>' in shown


def test_a_list_is_numbered_in_the_digits_of_the_office(home, show):
    OfficeSettings.objects.create(site=home.get_site(), has_thai_digits=True)
    assert '<span class="no">๑.๑</span>' in show("numbered_list", ITEMS)


@pytest.mark.parametrize("kind", ["numbered_list", "bullet_list"])
def test_the_text_of_lists_is_escaped(show, kind):
    assert "ราย &amp; " in show(kind, ITEMS)


def test_a_table_says_what_its_headers_are_of_and_can_be_scrolled_by_keyboard(show):
    shown = show("table", TABLE)
    assert 'tabindex="0"' in shown
    assert 'aria-label="ปฏิทิน"' in shown
    assert "<caption>" in shown
    assert '<th scope="col"' in shown
    assert '<th scope="row"' in shown
    assert "&lt;b&gt;2" in shown


def test_what_the_importer_could_not_place_is_marked_for_editors_only(show, rf):
    assert "check-me" not in show("unrecognised", "ข้อความ")
    draft = rf.get("/")
    draft.is_preview = True
    assert "check-me" in show("unrecognised", "ข้อความ", request=draft)
