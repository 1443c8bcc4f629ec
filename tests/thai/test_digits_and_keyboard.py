"""Digits and keyboard layouts are exchanged both ways."""

from portal.thai.digits import to_arabic, to_thai
from portal.thai.keyboard import to_latin_keys, to_thai_keys


def test_digits_change_and_nothing_else():
    assert to_thai("ข้อ 2569.1 ก") == "ข้อ ๒๕๖๙.๑ ก"
    assert to_arabic("ข้อ ๒๕๖๙.๑ ก") == "ข้อ 2569.1 ก"


def test_a_query_typed_on_the_wrong_keyboard_is_understood():
    assert to_thai_keys("dkiobgmL") == "การนิเทศ"
    assert to_latin_keys("การนิเทศ") == "dkiobgmL"
