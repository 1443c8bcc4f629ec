"""Whether a short text looks like something about a person: a name behind its title, a number, an address."""

import re
from typing import Final

from portal.thai.digits import to_arabic
from portal.thai.normalise import normalise
from portal.thai.segment import dictionary_words_at, words

LONGEST_COMMON_NUMBER: Final = 4  # digits; telephones, bank accounts, pupils and citizens have longer ones

_YEAR: Final = re.compile(r"(?<!\d)(?:2[45]|19|20)\d\d(?!\d)")
# 04009 is the ministry's own number, on every letter; 10.1.2 and 1/2 are chapters and classes.
_OFFICE_CODE: Final = re.compile(r"ศธ\s?\d{5}(?:\.\d+)?")
_NUMBER: Final = re.compile(r"\d(?:[\d\s().+/-]*\d)?")
_INITIALS: Final = re.compile(r"(?<![ก-๎])(?:น\.?\s?ส|ด\.?\s?[ชญ])(?:\.\s*|\s+)(?=[ก-ฮเ-ไ])")
_TITLES: Final = ("นางสาว", "นาย", "นาง", "เด็กชาย", "เด็กหญิง")
_RUN: Final = re.compile("[ก-๎]+")
_LATIN_TITLE: Final = re.compile(r"\b(?:(?:mr|mrs|miss)(?:\.\s*|\s+)|ms\.\s*)[a-z]", re.IGNORECASE)


def looks_personal(text: str) -> bool:
    """Whether `text` holds an @, a long number or a title with a name. Rather once too often than once too rarely."""
    text = to_arabic(normalise(text))
    return "@" in text or _has_long_number(text) or _has_name(text)


def _has_long_number(text: str) -> bool:
    left = _YEAR.sub("#", _OFFICE_CODE.sub("#", text))
    return any(sum(map(str.isdigit, match[0])) > LONGEST_COMMON_NUMBER for match in _NUMBER.finditer(left))


def _has_name(text: str) -> bool:
    if _INITIALS.search(text) or _LATIN_TITLE.search(text):
        return True
    runs = [words(run[0]) for run in _RUN.finditer(text)]
    return any(_holds_name(run, following) for run, following in zip(runs, [*runs[1:], []], strict=False))


def _holds_name(run: list[str], following: list[str]) -> bool:
    """Whether a title stands in the words of a run, and a name behind it, perhaps after a blank.

    นายก, นายจ้าง and นางรำ are words, unless a scrap that is none is left behind them: นายกร is a name."""
    for word, after in zip(run, [*run[1:], ""], strict=True):
        if word in _TITLES and (after or following):
            return True
        if word.startswith(_TITLES) and after and after not in dictionary_words_at(after, 0):
            return True
    return False
