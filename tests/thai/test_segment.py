"""Thai text is cut into words and clusters without losing a character, whatever the text."""

import pytest

from portal.thai.segment import clusters, compounds, no_break_spans, words


def whole(text):
    return [text[start:end] for start, end in no_break_spans(text)]


def test_words_are_found_without_spaces():
    assert words("คู่มือนิเทศ (PLC) ป.1 ครั้งที่ 2.5") == [
        *("คู่มือ", "นิเทศ", " ", "(", "PLC", ")", " ", "ป", ".", "1", " ", "ครั้ง", "ที่", " ", "2.5"),
    ]


def test_an_offices_own_word_stays_whole():
    assert "ห้วยส้มป่อย" in words("โรงเรียนห้วยส้มป่อยจัดงาน", extra=frozenset({"ห้วยส้มป่อย"}))
    assert "ห้วยส้มป่อย" not in words("โรงเรียนห้วยส้มป่อยจัดงาน")


@pytest.mark.parametrize("cut", [words, clusters])
def test_pieces_join_to_the_text_again(cut, scrambled_texts):
    for text in [*scrambled_texts, "", "ปู่ ฟ้า กี่ ญี่ปุ่น", "การจัดการเรียนรู้" * 200]:
        assert "".join(cut(text)) == text


def test_long_unbroken_text_is_cut_like_short_text():
    sentence = ["ศึกษานิเทศก์", "เยี่ยม", "โรงเรียน"]
    assert words("".join(sentence) * 100) == sentence * 100


def test_clusters_keep_vowels_and_marks_with_their_consonant():
    assert clusters("ปู่ฟ้ากี่") == ["ปู่", "ฟ้า", "กี่"]
    assert clusters("น้ำ ป.1") == ["น้ำ", " ", "ป", ".", "1"]


@pytest.mark.parametrize(
    "phrase",
    [
        "เผยแพร่",
        "สถานศึกษา",
        "ศึกษานิเทศก์",
        "ป.1–ป.3",
        "ม. 1-3",
        "พ.ศ. ๒๕๖๙",
        "15 วัน",
        "6 นาที",
        "เขต 2",
        "14.05 น.",
        "22 พ.ย. 2569",
        "สพป.สกลนคร",
        "ว 21/2564",
        "ต่าง ๆ",
    ],
)
def test_what_belongs_together_stays_on_one_line(phrase):
    assert phrase in whole(f"ความ {phrase} ใน")


def test_only_the_first_word_of_an_office_name_is_held():
    assert whole("สพป.สกลนครได้จัดทำ") == ["สพป.สกลนคร"]


def test_a_number_is_not_held_to_a_word_that_only_looks_like_a_month_or_label():
    assert whole("แล้ว 5 คนที่เรียน") == ["5 คน"]


def test_spans_are_in_order_and_apart(scrambled_texts):
    for text in [*scrambled_texts, "ศึกษานิเทศก์ต่าง ๆ ว่างานต่าง ๆ ๆ เขต 2 คน 15 วัน"]:
        spans = no_break_spans(text)
        assert all(start < end for start, end in spans)
        assert all(first[1] <= second[0] for first, second in zip(spans, spans[1:], strict=False))


def test_every_compound_is_held():
    assert all(no_break_spans(compound) == [(0, len(compound))] for compound in compounds())


def test_hostile_text_is_cut_in_reasonable_time(hostile_text, seconds):
    words("อุ่นเครื่อง")
    assert seconds(words, hostile_text) < 5
    assert seconds(clusters, hostile_text) < 2
    assert seconds(no_break_spans, hostile_text) < 5
