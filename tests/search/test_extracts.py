"""What a result shows of a text: the right place, whole words marked, nothing broken."""

import pytest

from portal.thai.words import Vocabulary, cut
from search.analysis import JOINT
from search.extracts import LENGTH, extract, holds_any, mark_all

PLAIN = Vocabulary()


def joined(text, vocabulary=PLAIN):
    return JOINT.join(word.shown for word in cut(text, vocabulary))


def marked(pieces):
    return [piece.text for piece in pieces if piece.is_marked]


def shown(pieces):
    return "".join(piece.text for piece in pieces)


def test_whole_words_are_marked_and_the_text_stays_as_it_is():
    pieces = mark_all("ครูเขียนแผนการสอน", [("ครู",)], PLAIN)
    assert shown(pieces) == "ครูเขียนแผนการสอน"
    assert marked(pieces) == ["ครู"]


def test_a_short_word_is_not_marked_inside_another():
    assert marked(mark_all("ผ้าขาวสะอาด", [("ขา",)], PLAIN)) == []


def test_a_word_found_inside_another_marks_the_whole_word():
    vocabulary = Vocabulary(frozenset({"ศูนย์วิจัยพืช"}))
    assert marked(mark_all("ศูนย์วิจัยพืชสกลนคร", [("วิจัย",)], vocabulary)) == ["ศูนย์วิจัยพืช"]


def test_words_side_by_side_are_marked_as_one_also_across_a_blank():
    assert marked(mark_all("กลุ่ม นิเทศ การศึกษา", [("กลุ่ม", "นิเทศ")], PLAIN)) == ["กลุ่ม นิเทศ"]


@pytest.mark.parametrize("text", ["สพฐ.", "ส.พ.ฐ.", "สพฐ"])
def test_an_abbreviation_is_marked_however_it_is_written(text):
    assert marked(mark_all(f"ตาม {text} กำหนด", [("สพฐ",)], Vocabulary(frozenset(), frozenset({"สพฐ."})))) == [text]


def test_digits_and_capitals_do_not_matter():
    assert marked(mark_all("พ.ศ. ๒๕๖๘ Active", [("2568",), ("active",)], PLAIN)) == ["๒๕๖๘", "Active"]


def test_the_place_where_most_of_the_question_stands_is_shown():
    text = "ครู " + "ข้อความอื่น " * 60 + "ครูเขียนแผนการสอนคณิตศาสตร์ " + "ข้อความอื่น " * 60
    pieces = extract(joined(text), [("ครู",), ("คณิตศาสตร์",)])
    assert marked(pieces) == ["ครู", "คณิตศาสตร์"]
    assert shown(pieces).startswith("…") and shown(pieces).endswith("…")
    assert len(shown(pieces)) < 2 * LENGTH


def test_an_extract_from_the_middle_begins_behind_a_blank():
    text = "ข้อความ" * 60 + " ตามแผนการนิเทศ ศึกษานิเทศก์ให้ครูเขียนแผนการสอน " + "ข้อความ" * 60
    assert shown(extract(joined(text), [("แผนการสอน",), ("แผน", "การสอน")])).startswith("…ตามแผนการนิเทศ")


def test_without_a_mark_the_beginning_is_shown():
    pieces = extract(joined("เริ่มต้นที่นี่ " + "ข้อความ " * 200), [("ไม่มี",)])
    assert shown(pieces).startswith("เริ่มต้นที่นี่") and marked(pieces) == []


def test_signs_of_markup_are_only_text():
    pieces = extract(joined("<script>alert('ครู')</script>"), [("ครู",)])
    assert shown(pieces) == "<script>alert('ครู')</script>" and marked(pieces) == ["ครู"]


def test_paragraphs_become_one_line():
    assert shown(extract(joined("หนึ่ง\n\nสอง"), [])) == "หนึ่ง สอง"


@pytest.mark.parametrize("text", ["", "ก", "\u0130" * 40 + "ครู", "ครู" * 500])
def test_no_text_breaks_it(text):
    pieces = extract(joined(text), [("ครู",), ("1.1", "ป")])
    assert shown(pieces).strip("…") in joined(text).replace(JOINT, "")


def test_an_empty_list_of_marks_finds_nothing():
    assert not holds_any(joined("ครู"), [])
    assert holds_any(joined("ครู"), [("ครู",)])
