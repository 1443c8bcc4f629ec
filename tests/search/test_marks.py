"""Found words are marked in HTML that is safe, and words that must stay whole on a line do."""

import pytest

from search.documents import Piece
from search.templatetags.found import marked


def html(*texts: str) -> str:
    """Pieces from texts; those in square brackets are what was looked for."""
    return marked(tuple(Piece(text.strip("[]"), text.startswith("[")) for text in texts))


def test_what_was_looked_for_is_marked():
    assert html("แผนการ", "[นิเทศ]", "ภายใน") == "แผนการ<mark>นิเทศ</mark>ภายใน"


@pytest.mark.parametrize("danger", ["<script>alert(1)</script>", '"><img onerror=x>', "a & b < c"])
def test_text_is_escaped_inside_and_outside_of_marks(danger):
    for shown in (html(danger), html(f"[{danger}]"), html("ก", f"[{danger}]", danger)):
        assert "<script" not in shown
        assert "<img" not in shown
        assert "& b" not in shown


def test_marks_that_touch_are_one():
    assert html("[การ]", "[นิเทศ]", " ", "[ภายใน]") == "<mark>การนิเทศ</mark> <mark>ภายใน</mark>"


def test_a_word_is_kept_whole_inside_a_mark_and_beside_it():
    assert html("[อ่าน]", "ของสถานศึกษา") == '<mark>อ่าน</mark>ของ<span class="nb">สถานศึกษา</span>'
    assert html("ครู", "[สถานศึกษา]") == 'ครู<mark><span class="nb">สถานศึกษา</span></mark>'


def test_a_mark_does_not_tear_a_word_apart():
    assert html("ครู", "[สถาน]", "ศึกษาทุกแห่ง") == 'ครู<span class="nb"><mark>สถาน</mark>ศึกษา</span>ทุกแห่ง'
    assert html("ใน", "[พ.ศ.]", " 2569") == 'ใน<span class="nb"><mark>พ.ศ.</mark> 2569</span>'


def test_nothing_is_nothing():
    assert html() == ""
