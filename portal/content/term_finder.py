"""Finds the terms of the glossary in Thai text: whole words only, the longest first, with spaces inside or without."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Generic, TypeVar

from portal.thai.normalise import normalise
from portal.thai.segment import dictionary_words_at, words

Key = TypeVar("Key", bound=Hashable)

BLANKS = " \t\n\r\u00a0\u200b\u2060"
CONTEXT = 16  # letters on each side that decide whether a term ends where a word ends
UNKNOWN = 3  # words
_BLANK = re.compile(f"[{BLANKS}]")
_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")
_THAI_BEFORE = re.compile(f"[\u0e01-\u0e3a\u0e40-\u0e4e]{{1,{CONTEXT}}}\\Z")
_THAI_AFTER = re.compile(f"[\u0e01-\u0e3a\u0e40-\u0e4e]{{1,{CONTEXT}}}")
# What hangs on the consonant before it: no word begins here, so no term ends before it.
_DEPENDENT = re.compile("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")


@dataclass(frozen=True, slots=True)
class Match(Generic[Key]):
    """`text[start:end]` is the first use of the term known as `key`."""

    start: int
    end: int
    key: Key


class TermFinder(Generic[Key]):
    """Knows the wordings of all terms."""

    def __init__(self, wordings: Iterable[tuple[Key, str]]) -> None:
        squashed = ((_squash(normalise(wording)), key) for key, wording in wordings)
        self._needles = sorted(((needle, key) for needle, key in squashed if needle), key=lambda one: -len(one[0]))

    def first_uses(self, text: str) -> list[Match[Key]]:
        """The first use of each term in `text`, in the order of the text and apart from each other."""
        haystack = _squash(text)
        places = _places_of_letters(text)
        taken = bytearray(len(haystack))
        found: dict[Key, Match[Key]] = {}
        for needle, key in self._needles:
            for start in _occurrences(needle, haystack):
                end = start + len(needle)
                if any(taken[start:end]):
                    continue
                match = Match(places[start], places[end - 1] + 1, key)
                is_later = key in found and found[key].start < match.start
                if is_later or _is_whole(text, match, needle):
                    # Later uses are taken too: a shorter term is not to be found inside them.
                    taken[start:end] = b"\x01" * len(needle)
                    found[key] = found[key] if is_later else match
        return sorted(found.values(), key=lambda match: match.start)


def _squash(text: str) -> str:
    """Manuals typed to fit a line break words with spaces: both sides are compared without any, in small letters."""
    small = text.lower()
    return _BLANK.sub("", small if len(small) == len(text) else text)  # İ becomes two letters: places would shift


def _places_of_letters(text: str) -> list[int] | range:
    if not _BLANK.search(text):
        return range(len(text))
    return [place for place, letter in enumerate(text) if letter not in BLANKS]


def _occurrences(needle: str, haystack: str) -> Iterator[int]:
    start = haystack.find(needle)
    while start >= 0:
        yield start
        start = haystack.find(needle, start + 1)


def _is_whole(text: str, match: Match, needle: str) -> bool:
    """Whether words begin and end where the match does."""
    before, after = text[max(0, match.start - CONTEXT) : match.start], text[match.end : match.end + CONTEXT]
    if not _THAI.match(needle[0]) and before[-1:].isalnum() and not _THAI.match(before[-1:]):
        return False
    if not _THAI.match(needle[-1]) and after[:1].isalnum() and not _THAI.match(after[:1]):
        return False
    if _DEPENDENT.match(after):
        return False
    left = _THAI_BEFORE.search(before) if _THAI.match(needle[0]) else None
    right = _THAI_AFTER.match(after) if _THAI.match(needle[-1]) else None
    if not left and not right:
        return True
    return _reads_as_word(left[0] if left else "", needle, right[0] if right else "")


@lru_cache(maxsize=32_768)
def _reads_as_word(left: str, term: str, right: str) -> bool:
    """Whether a run of letters reads as well with the term as one word in it as it reads best without.

    แผนการนิเทศ may be แผน การนิเทศ as well as แผนการ นิเทศ, but ศึกษานิเทศก์ can hardly be ศึกษา นิเทศ ก์."""
    best = words(left + term + right)
    cuts = set(accumulate(map(len, best), initial=0))
    if {len(left), len(left) + len(term)} <= cuts:
        return True
    return _effort(words(left)) + 1 + _effort(words(right)) <= _effort(best)


def _effort(reading: list[str]) -> int:
    """How many words a reading has; what is in no dictionary counts as several."""
    return sum(1 if _is_known(word) else UNKNOWN for word in reading)


def _is_known(word: str) -> bool:
    return word in dictionary_words_at(word, 0)
