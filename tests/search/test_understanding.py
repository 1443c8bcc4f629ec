"""What a question asks for, as the trees and marks made of it."""

import pytest

from portal.thai.words import tokens_of
from search.lexicon import lexicon_of
from search.tree import Best, Either, Every, Phrase, Term
from search.understanding import understand
from search.understanding.stop_words import STOP_WORDS
from search.understanding.syntax import Piece, take_apart
from search.understanding.units import runs_of

LEXICON = lexicon_of(
    [("สพฐ.", "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"), ("ศน.", "ศึกษานิเทศก์")],
    [("แผนการสอน", "แผนการจัดการเรียนรู้")],
    [],
)


def units(text):
    return [unit for run in runs_of(text, LEXICON) for unit in run.units]


def leaves(node):
    match node:
        case Term() | Phrase():
            yield node
        case Best(parts) | Either(parts):
            for part in parts:
                yield from leaves(part)
        case Every():
            for part in (*node.needed, *node.lifting, *node.unscored, *node.excluded):
                yield from leaves(part)


def asked_in(text, field="body"):
    return {
        leaf.tokens if isinstance(leaf, Phrase) else (leaf.token,)
        for leaf in leaves(understand(text, LEXICON).stages[0])
        if leaf.field == field
    }


@pytest.mark.parametrize("text", ["", "   ", "!!!", '"', '""', "-", "OR", "| |", "- - OR -", "()[]{}:\\", "😀", "\x00"])
def test_a_question_without_a_word_asks_nothing(text):
    assert understand(text, LEXICON).stages == ()


def test_signs_are_read_and_quotes_of_every_kind_count():
    written = take_apart("“แผนการ สอน” คณิต -ภาพยนตร์ ป.1 OR ป.2 -«สอบ ปลายภาค»")
    assert written.phrases == ("แผนการ สอน",)
    assert written.plain == "คณิต"
    assert written.groups == ((Piece("ป.1"), Piece("ป.2")),)
    assert written.excluded == (Piece("ภาพยนตร์"), Piece("สอบ ปลายภาค", is_phrase=True))


def test_a_lone_quote_begins_a_phrase_that_ends_with_the_question():
    assert take_apart('ครู "แผนการสอน คณิต').phrases == ("แผนการสอน คณิต",)


def test_a_hyphen_inside_a_word_excludes_nothing():
    assert take_apart("ป.4-6 e-Learning").excluded == ()


def test_abbreviations_work_in_both_directions():
    full = tuple(tokens_of("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", LEXICON.vocabulary))
    assert {("สพฐ",), full} <= asked_in("สพฐ")
    assert {("สพฐ",), full} <= asked_in("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน")


def test_synonyms_are_phrases_of_their_words():
    assert len({("แผนการสอน",), ("แผน", "การสอน"), ("แผน", "การ", "สอน")} & asked_in("แผนการจัดการเรียนรู้")) == 1


@pytest.mark.parametrize("text", ["พ.ศ. 2568", "พ.ศ. ๒๕๖๘", "2568", "ค.ศ. 2025"])
def test_a_year_is_asked_for_in_both_eras(text):
    assert {("2568",), ("คศ", "2025")} <= asked_in(text)


def test_a_year_without_its_era_is_no_christian_year():
    assert ("2568",) not in asked_in("2025")


@pytest.mark.parametrize("text", ["ค 1.1 ป.1/1", "ค1.1ป.1/1", "ค ๑.๑ ป. ๑/๑", "ค  1.1  ป.1/1"])
def test_a_code_is_one_unit_in_any_spacing_and_digits(text):
    assert ("ค", "1.1", "ป", "1", "1") in {unit.tokens for unit in units(text)}


@pytest.mark.parametrize(
    ("text", "code"), [("ว 9/2564", ("ว", "9", "2564")), ("ที่ ศธ 04006/ว 123", ("ศธ", "04006", "ว", "123"))]
)
def test_numbers_of_letters_and_circulars_stay_together(text, code):
    assert code in {unit.tokens for unit in units(text)}


def test_numbers_side_by_side_are_no_code():
    assert [unit.tokens for unit in units("2567 2568")] == [("2567",), ("2568",)]


def test_a_school_class_is_found_in_words():
    assert ("ประถมศึกษา", "ปี", "ที่", "4") in asked_in("ป.4")
    assert ("ป", "4") in asked_in("ประถมศึกษาปีที่ 4")


def test_a_question_word_opens_the_question_to_what_has_most_of_it():
    first, *_rest = understand("ใครเป็นผู้ตรวจแผนการสอน", LEXICON).stages
    assert isinstance(first, Every) and [type(part) for part in first.needed] == [Either]


def test_words_that_tell_nothing_are_asked_for_when_nothing_else_is_found():
    *_strict, last = understand("ใครเป็นผู้ตรวจแผนการสอน", LEXICON).stages
    assert {leaf.token for leaf in leaves(last.needed[0])} <= STOP_WORDS


def test_a_short_run_is_looked_for_as_it_stands_first_and_then_by_its_words():
    first, *others = understand("ครูดี", LEXICON).stages
    assert isinstance(first, Every) and [leaf.field for leaf in leaves(first.needed[0])] == ["clusters"]
    assert others


def test_what_is_excluded_is_excluded_at_every_stage():
    assert all(stage.excluded for stage in understand("แผนการสอน คณิต -ภาพยนตร์", LEXICON).stages)


def test_only_an_exclusion_asks_for_all_the_rest():
    (stage,) = understand("-ภาพยนตร์", LEXICON).stages
    assert stage.excluded and not stage.needed


def test_marks_hold_the_words_their_other_names_and_no_stop_words():
    marks = understand("ศน. ของเขต", LEXICON).marks
    assert ("ศน",) in marks and ("ศึกษานิเทศก์",) in marks and ("ของ",) not in marks


@pytest.mark.parametrize(
    "text",
    ["กากาการ" * 600, "เ" * 4000, "ก" + "่" * 4000, "(" * 4000, '"' * 4000, "-ก " * 1300, "ก OR " * 800, "aก1" * 1300],
)
def test_a_hostile_question_stays_small(text):
    understood = understand(text, LEXICON)
    assert sum(1 for stage in understood.stages for _leaf in leaves(stage)) < 3000
