"""Lists stand in the order of the Royal Institute's dictionary."""

import random

import pytest

from portal.thai.sort import compare, initial, sort_key


def in_order(*texts):
    shuffled = list(texts)
    random.Random(7).shuffle(shuffled)
    return sorted(shuffled, key=sort_key) == list(texts)


def test_leading_vowel_counts_after_its_consonant():
    assert in_order("กาล", "เกิด", "ไก่", "ขา", "เป็ด", "วันที่", "วัว", "หมู", "เอกสาร", "ฮา")


def test_tone_marks_count_only_between_words_otherwise_equal():
    assert in_order("ขาว", "ข่าว", "ข้าว", "ขาวนวล")


def test_a_word_stands_before_its_compounds_and_spaces_hardly_count():
    assert in_order("การ", "การ นิเทศ", "การนิเทศ", "การนิเทศภายใน", "การวิจัย")


def test_digits_then_latin_then_thai_and_numbers_by_value():
    assert in_order("1 ปี", "2 ปี", "๑๐ ปี", "abc", "Zebra", "เครือข่ายที่ 2", "เครือข่ายที่ ๑๐", "ฮา")


def test_compare_agrees_with_the_key():
    assert (compare("ขาว", "ข้าว"), compare("ไก่", "กาล"), compare("ครู", "ครู")) == (-1, 1, 0)


def test_key_holds_nothing_a_database_refuses(scrambled_texts):
    assert not any("\x00" in sort_key(text) for text in scrambled_texts)


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("เอกสาร", "อ"),
        ("ไก่", "ก"),
        ("(ร่าง) แผน", "ร"),
        ("ฤดู", "ฤ"),
        ("best", "B"),
        ("๙ ขั้น", "0-9"),
        ("", "#"),
        ("…", "#"),
    ],
)
def test_glossary_terms_are_filed_under_their_first_consonant(text, letter):
    assert initial(text) == letter
