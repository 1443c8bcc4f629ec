"""Terms in Thai text: whole words, the longest first, with spaces inside or without, never half a cluster."""

import pytest

from portal.content.term_finder import TermFinder


def found(text: str, *terms: str) -> list[str]:
    return [text[match.start : match.end] for match in TermFinder((term, term) for term in terms).first_uses(text)]


def test_a_term_is_found_inside_a_run_of_letters():
    assert found("ศึกษานิเทศก์จัดทำแผนการนิเทศประจำปี", "การนิเทศ") == ["การนิเทศ"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("ศึกษานิเทศก์ลงพื้นที่", "นิเทศ"),  # the letters stand in another word
        ("ศึกษา นิเทศก์", "นิเทศ"),
        ("เขานั่งตากลมริมน้ำ", "ตา"),
        ("มากมาย", "มา"),
        ("ครูกำหนดเป้าหมาย", "กำ"),
        ("น้ำใจ", "น้"),
        ("PLCs and SPLC", "PLC"),
        ("แผนงาน", "ผน"),
    ],
)
def test_letters_inside_another_word_are_no_use_of_the_term(text, term):
    assert found(text, term) == []


def test_the_longest_term_wins_and_hides_the_shorter_one_in_it():
    assert found("แผนการนิเทศภายในโรงเรียน", "การนิเทศ", "การนิเทศภายใน") == ["การนิเทศภายใน"]
    text = "การนิเทศภายในดี การนิเทศภายในเด่น แล้วการนิเทศจึงยั่งยืน"
    assert found(text, "การนิเทศ", "การนิเทศภายใน") == ["การนิเทศภายใน", "การนิเทศ"]


def test_spaces_of_a_typed_manual_do_not_hide_a_term():
    assert found("การประกันคุณภาพ ภายใน ของโรงเรียน", "การประกันคุณภาพภายใน") == ["การประกันคุณภาพ ภายใน"]
    assert found("วิธีปฏิบัติที่เป็น\nเลิศ", "วิธีปฏิบัติที่เป็นเลิศ") == ["วิธีปฏิบัติที่เป็น\nเลิศ"]
    assert found("การประกันคุณภาพภายใน", "การประกัน คุณภาพ ภายใน") == ["การประกันคุณภาพภายใน"]


def test_only_the_first_use_is_found():
    assert len(TermFinder([("x", "ตัวชี้วัด")]).first_uses("ตัวชี้วัด และตัวชี้วัด")) == 1


def test_two_words_for_one_thing_count_as_one_term():
    finder = TermFinder([("coach", "การชี้แนะ"), ("coach", "Coaching")])
    text = "ใช้ coaching หรือการชี้แนะ"
    assert [text[match.start : match.end] for match in finder.first_uses(text)] == ["coaching"]


def test_a_term_typed_with_other_marks_is_found():
    assert found("มี น้ำใจ", "น้\u0e4dาใจ") == ["น้ำใจ"]


@pytest.mark.parametrize("text", ["", " ", "\x00", "ก" * 5000, "กากา" * 2000])
def test_odd_texts_do_no_harm(text):
    found(text, "การนิเทศ", "ก", "กา")
