"""Damage is found where it stands, and only what is certain is repaired."""

import pytest

from portal.thai.damage import DamageKind, find_damage, repair
from portal.thai.normalise import normalise


def only_damage(text):
    (damage,) = find_damage(text)
    assert text[damage.start : damage.end] == damage.text
    return damage


def test_letters_of_another_script_inside_a_thai_word_are_reported_and_kept():
    text = "นางสาว(ชื่อผู้จัดทำাত্র)"
    damage = only_damage(text)
    assert (damage.problem, damage.text, damage.repaired) == (DamageKind.FOREIGN_LETTERS, "াত্র", None)
    assert repair(text)[0] == text


def test_foreign_letters_apart_from_thai_words_are_nobodys_damage():
    assert find_damage("หลักสูตร (中文) และ русский กับค่าα 95% “ABC” café ①") == []


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("ส านักงาน", "สำนักงาน"),
        ("ส ำ นักงาน", "สำนักงาน"),
        ("กำ หนด", "กำหนด"),
        ("ผู้อ านวยการก าหนดจ านวน", "ผู้อำนวยการกำหนดจำนวน"),
        ("น ้าหนัก", "น้ำหนัก"),
        ("ทํางาน", "ทำงาน"),
        ("นํ้า", "น้ำ"),
    ],
)
def test_sara_am_is_restored_where_a_dictionary_word_proves_it(broken, right):
    repaired, damages = repair(broken)
    assert repaired == right
    assert {damage.problem for damage in damages} == {DamageKind.SARA_AM}


@pytest.mark.parametrize("text", ["น ้า", "ท า ตามที่ตกลง"])
def test_sara_am_that_could_be_another_word_is_left_to_the_reader(text):
    repaired, (damage,) = repair(text)
    assert (repaired, damage.problem, damage.repaired) == (text, DamageKind.SARA_AM, None)


@pytest.mark.parametrize("text", ["ทำ งาน คำ สั่ง นำ เสนอ", "ซ้ำ ๆ", "ประจำ ปี", "ภาพ เรื่อง", "ฤๅษี", "◌่ -ะ –ิ", "ญี่ปุ่น ปู่ ฟ้า กี่"])
def test_sound_text_has_no_damage(text):
    assert find_damage(text) == []


@pytest.mark.parametrize(
    ("broken", "problem", "right"),
    [
        ("ซึ่่ง", DamageKind.DOUBLED_MARK, "ซึ่ง"),
        ("ได้่", DamageKind.DOUBLED_MARK, None),
        ("ป่ี", DamageKind.MISORDERED_MARK, "ปี่"),
        ("คะ่", DamageKind.MISORDERED_MARK, "ค่ะ"),
        ("ท ี่", DamageKind.SPACED_MARK, "ที่"),
        ("คำ ่ที่", DamageKind.STRAY_MARK, None),
        ("่ก", DamageKind.STRAY_MARK, None),
        ("เเผน", DamageKind.DOUBLE_E, "แผน"),
        ("กๅร", DamageKind.LOOKALIKE, "การ"),
        ("ปู\uf705", DamageKind.PRIVATE_GLYPH, "ปู่"),
        ("ปู\ue123", DamageKind.PRIVATE_GLYPH, None),
        ("ปู\ufffd", DamageKind.LOST_CHARACTER, None),
    ],
)
def test_each_kind_of_damage_is_named(broken, problem, right):
    damage = only_damage(broken)
    assert damage.problem == problem
    assert (damage.repaired is None) == (right is None)
    assert repair(broken)[0] == (right or broken)


def test_places_are_those_of_the_source_when_several_things_broke():
    text = "ข้อ 1\nเเผนก าหนด\uf705"
    repaired, damages = repair(text)
    assert repaired == "ข้อ 1\nแผนกำหนด่"
    assert [text[damage.start : damage.end] for damage in damages] == ["เเ", "ก า", "\uf705"]


def test_repair_never_overlaps_and_leaves_nothing_certain_behind(scrambled_texts):
    for text in scrambled_texts:
        repaired, damages = repair(text)
        ends = [0, *(damage.end for damage in damages)]
        assert all(damage.start >= end for damage, end in zip(damages, ends, strict=False))
        assert repair(repaired)[0] == repaired


def test_hostile_text_is_searched_in_reasonable_time(hostile_text, seconds):
    assert seconds(find_damage, hostile_text) < 5
    assert seconds(normalise, hostile_text) < 1
