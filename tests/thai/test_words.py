"""Words as the search compares them: one token for every spelling of the same thing, and never one for two things."""

import pytest

from portal.thai.normalise import normalise
from portal.thai.segment import unknown_words
from portal.thai.words import LONGEST_TOKEN, Vocabulary, cluster_runs, cut, key_of, tokens_of

PLAIN = Vocabulary()
TAUGHT = Vocabulary(frozenset({"สพฐ", "ผอรร"}), frozenset({"สพฐ.", "ผอ.รร.", "PLC", "วPA", "ศน.", "ว21"}))


@pytest.mark.parametrize("spelling", ["สพฐ.", "สพฐ", "ส.พ.ฐ.", "ส. พ. ฐ."])
def test_an_abbreviation_is_one_token_with_or_without_dots_and_blanks(spelling):
    assert tokens_of(f"ซึ่ง {spelling} กำหนด", TAUGHT) == ["ซึ่ง", "สพฐ", "กำหนด"]


@pytest.mark.parametrize("spelling", ["ผอ.รร.", "ผอ. รร.", "ผอรร"])
def test_an_abbreviation_of_two_parts_is_one_token(spelling):
    assert tokens_of(f"{spelling} ลงนาม", TAUGHT) == ["ผอรร", "ลงนาม"]


@pytest.mark.parametrize("spelling", ["วPA", "ว PA", "วpa", "ว.PA"])
def test_an_abbreviation_of_two_scripts_is_one_token(spelling):
    assert tokens_of(spelling, TAUGHT) == ["วpa"]


@pytest.mark.parametrize("spelling", ["รอง ผอ.", "รองผอ.", "รอง ผอ"])
def test_an_abbreviation_with_a_blank_is_one_token_with_and_without_it(spelling):
    with_blank = Vocabulary(frozenset(), frozenset({"ผอ.", "รอง ผอ."}))
    assert tokens_of(f"{spelling} และ ผอ.", with_blank) == ["รองผอ", "และ", "ผอ"]


def test_an_abbreviation_with_digits_is_found_with_thai_digits_and_not_inside_a_longer_number():
    assert tokens_of("ว๒๑ ว 21 ว215", TAUGHT) == ["ว21", "ว21", "ว", "215"]


def test_an_abbreviation_inside_a_run_of_letters_is_found_when_it_is_long_enough_to_be_sure():
    assert "สพฐ" in tokens_of("หน่วยงานสพฐกำหนด", TAUGHT)
    assert tokens_of("ทัศนคติ", TAUGHT) == ["ทัศนคติ"]


def test_era_signs_lose_their_dots():
    assert tokens_of("พ.ศ.๒๕๖๘ และ ค.ศ. 2025", PLAIN) == ["พศ", "2568", "และ", "คศ", "2025"]


def test_digits_case_and_thousands_are_one():
    assert tokens_of("๑,๒๓๔ Active LEARNING", PLAIN) == ["1234", "active", "learning"]


def test_tone_marks_tell_words_apart():
    assert tokens_of("ข้าว ข่าว ขาว", PLAIN) == ["ข้าว", "ข่าว", "ขาว"]


@pytest.mark.parametrize("text", ["", "!!! ๆ ฯ", "😀 (…)", "\ud800ก", "ก\x00ข", "ํา" * 50])
def test_what_is_shown_is_the_normalised_text_whatever_it_is(text):
    shown = "".join(word.shown for word in cut(text, TAUGHT))
    assert shown == normalise(text.replace("\ud800", ""))


def test_no_token_is_longer_than_engines_take():
    assert max(map(len, tokens_of("a" * 4000 + " " + "1" * 4000, PLAIN))) == LONGEST_TOKEN


def test_clusters_stand_in_runs_that_no_blank_or_sign_crosses():
    assert cluster_runs("ทะเล ในปี (ครู)") == [["ทะ", "เล"], ["ใน", "ปี"], ["ค", "รู"]]


def test_the_key_of_an_abbreviation_is_its_letters():
    assert key_of(" ผอ. รร. ") == key_of("ผอรร") == "ผอรร"


def test_unknown_words_are_found_whole_and_known_ones_are_not():
    assert unknown_words("บริษัทฟรองซ์จำกัด") == {"ฟรองซ์"}
    assert unknown_words("การเรียนรู้คณิตศาสตร์") == set()
    assert unknown_words("บริษัทฟรองซ์จำกัด", frozenset({"ฟรองซ์"})) == set()
