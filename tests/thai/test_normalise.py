"""One text has one spelling, however it was typed, pasted or extracted."""

import unicodedata

import pytest

from portal.thai.normalise import fold, normalise, squash


@pytest.mark.parametrize("text", ["ปู่ ฟ้า กี่ ญี่ปุ่น", "ข้าว ข่าว ขาว", "น้ำ ทำ ก๋วยเตี๋ยว", "ฤๅษี", "พันธุ์ สิทธิ์ กุฏิ", "ต่าง ๆ", "café"])
def test_right_spelling_is_left_alone(text):
    assert normalise(text) == text


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("น ้ำ", "น้ำ"),
        ("ท ำงาน", "ทำงาน"),
        ("ทำำ", "ทำ"),
        ("เเผน", "แผน"),
        ("ป่ี", "ปี่"),
        ("ปู่่", "ปู่"),
        ("คะ่", "ค่ะ"),
        ("ท ี่", "ที่"),
        ("กๅร", "การ"),
        ("ปู\uf705", "ปู่"),
        ("\uf700าน", "ฐาน"),
    ],
)
def test_broken_clusters_are_mended(broken, right):
    assert normalise(broken) == right


def test_words_that_differ_in_a_tone_mark_stay_different():
    assert len({normalise(word) for word in ("ข้าว", "ข่าว", "ขาว")}) == 3
    assert len({squash(word) for word in ("ข้าว", "ข่าว", "ขาว")}) == 3


def test_invisible_characters_go_and_lines_and_tabs_stay():
    assert normalise("\ufeffครู\u200b\u001fผู้\u00adสอน\tหนึ่ง\r\nสอง\x0cสาม") == "ครูผู้สอน\tหนึ่ง\nสอง\nสาม"


def test_contradictory_tone_marks_are_not_decided_for_the_author():
    assert normalise("ก่้า") == "ก่้า"


def test_space_between_words_stays_though_the_next_one_starts_with_a_leading_vowel():
    assert normalise("แผน เรื่อง ทำ งาน") == "แผน เรื่อง ทำ งาน"


def test_normalising_twice_changes_nothing_more(scrambled_texts):
    for text in scrambled_texts:
        once = normalise(text)
        assert normalise(once) == once
        assert unicodedata.is_normalized("NFC", once)


def test_fold_ignores_case_digits_and_spacing():
    assert fold("  แบบ  ๑\nForm\u00a0A ") == "แบบ 1 form a"
    assert squash("พ.ศ. ๒๕๖๙") == squash("พ.ศ.2569")
