"""Thai dictionary order, as the Royal Institute's dictionary has it."""

import re
from typing import Final

from portal.thai.normalise import fold

_LEADING_VOWEL: Final = re.compile("([เ-ไ])([ก-ฮ])")
_DIGITS: Final = re.compile("[0-9]+")
_SECONDARY: Final = frozenset("\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e")
_SIGNS: Final = frozenset("ฯๆ")
# Below every letter and never in folded text.
_LEVEL: Final = "\x01"
_NO_MARK: Final = "\x02"


def sort_key(text: str) -> str:
    """Return a string whose plain comparison puts texts in dictionary order.

    A leading vowel counts after its consonant; tone marks and other signs count only between words otherwise equal;
    spaces and punctuation only after those. Numbers count by their value, so that ที่ 2 stands before ที่ 10.
    """
    folded = fold(text)
    primary: list[str] = []
    marks: list[str] = []
    for character in _DIGITS.sub(_with_length, _LEADING_VOWEL.sub(r"\2\1", folded)):
        if character in _SECONDARY:
            marks.append(character)
        elif (character.isalnum() or "ะ" <= character <= "ู") and character not in _SIGNS:
            primary.append(character)
            marks.append(_NO_MARK)
    return _LEVEL.join(["".join(primary), "".join(marks), folded])


def compare(first: str, second: str) -> int:
    """Return -1, 0 or 1 for the dictionary order of two texts: the shape an SQLite collation wants."""
    left, right = sort_key(first), sort_key(second)
    return (left > right) - (left < right)


def initial(text: str) -> str:
    """Return the heading `text` is filed under: its first consonant, a Latin capital, `0-9`, or else `#`."""
    for character in fold(text):
        if "ก" <= character <= "ฮ":
            return character
        if character.isdecimal():
            return "0-9"
        if character.isalpha() and not "\u0e00" <= character <= "\u0e7f":
            return character.upper()
    return "#"


def _with_length(number: re.Match[str]) -> str:
    """Put the count of its digits before a number: then the plain order of strings is the order of numbers."""
    digits = number[0].lstrip("0")
    return f"{min(len(digits), 99):02}{digits}"
