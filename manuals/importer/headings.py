"""Recognises a heading by its meaning: sibling wordings, misspelt letters, lost or added spaces all find their part."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from manuals.importer.wording import PART_PATTERNS, PART_WORDINGS, SECTION_WORDINGS, STANDARDS, Section
from manuals.outline import Part
from portal.thai.normalise import squash

_NOT_LETTERS: Final = re.compile(r"[^0-9a-zก-ฮะ-ฺเ-๎]+")  # ฯ is no letter
_IN_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_CONTINUED: Final = re.compile(r"\s*[(\[]?\s*ต่อ\s*[)\]]\s*$")
_INLINE: Final = re.compile(r"^(?P<heading>[^:：\t]{3,60}?)\s*[:：\t]\s*(?P<rest>.*)$", re.DOTALL)
_LONGEST: Final = 60  # letters of a heading
_LONGEST_LINE: Final = 400  # characters of one with text behind its colon
_LETTERS_A_SLIP: Final = 4  # one misspelt letter is forgiven for so many, or for two more without a number


@dataclass(frozen=True, slots=True)
class Heading:
    """A recognised heading. `wording` is the manual's own, without number; `inline` is what follows its colon."""

    kind: Part | Section
    wording: str
    inline: str = ""
    slips: int = 0
    is_standard: bool = False  # มาตรฐานงาน and its siblings
    is_continued: bool = False  # (ต่อ): the part goes on over the page


@dataclass(frozen=True, slots=True)
class _Wording:
    kind: Part | Section
    is_standard: bool = False


def key(text: str) -> str:
    """Return the letters and digits of `text`, folded: two spellings of one heading have one key."""
    return _NOT_LETTERS.sub("", squash(text))


def recognise(text: str, *, is_numbered: bool = False, by_words: bool = False) -> Heading | None:
    """Return the heading that `text` (its number taken off) is, or None.

    A line that `is_numbered` is more likely a heading, and may be spelt worse. `by_words` also takes wordings that are
    in no list, by the words in them: only for a line known to be a heading.
    """
    return _recognise(text, is_numbered, by_words) if len(text) <= _LONGEST_LINE else None


@lru_cache(maxsize=16384)
def _recognise(text: str, is_numbered: bool, by_words: bool) -> Heading | None:
    whole = _recognise_whole(text, is_numbered, by_words)
    if whole:
        return whole
    inline = _INLINE.match(text)
    if not inline:
        return None
    found = _recognise_whole(inline["heading"], is_numbered=False, by_words=False)
    if found is None or not isinstance(found.kind, Part):
        return None
    return Heading(found.kind, found.wording, inline["rest"].strip(), found.slips, found.is_standard)


def _recognise_whole(text: str, is_numbered: bool, by_words: bool) -> Heading | None:
    is_continued = bool(_CONTINUED.search(text))
    wording = _CONTINUED.sub("", text).strip().rstrip(":：").strip()
    letters = key(wording)
    if not 3 <= len(letters) <= _LONGEST:
        return None
    letters_a_slip = _LETTERS_A_SLIP if is_numbered else _LETTERS_A_SLIP + 2
    found = _closest(letters, letters_a_slip) or _closest(key(_IN_BRACKETS.sub("", wording)), letters_a_slip)
    if found is None and by_words:
        found = _by_words(letters)
    if found is None:
        return None
    known, slips = found
    return Heading(known.kind, wording, slips=slips, is_standard=known.is_standard, is_continued=is_continued)


def _closest(letters: str, letters_a_slip: int) -> tuple[_Wording, int] | None:
    known = _known()
    if letters in known:
        return known[letters], 0
    best: tuple[_Wording, int] | None = None
    for wording, meaning in known.items():
        bound = min(len(wording), len(letters)) // letters_a_slip
        if abs(len(wording) - len(letters)) > bound:
            continue
        if best:
            bound = min(bound, best[1] - 1)
        slips = distance(wording, letters, bound)
        if slips is not None:
            best = meaning, slips
    return best


def _by_words(letters: str) -> tuple[_Wording, int] | None:
    for part, pattern in PART_PATTERNS.items():
        if re.match(pattern, letters):
            return _Wording(part, is_standard=letters.startswith("มาตรฐาน")), 0
    return None


@cache
def _known() -> dict[str, _Wording]:
    """Return the meaning of each key. Sections come first: ขั้นตอนและแนวปฏิบัติงาน is a chapter, not the steps."""
    meanings: dict[str, _Wording] = {}
    for section, wordings in SECTION_WORDINGS.items():
        meanings |= dict.fromkeys(_keys(wordings), _Wording(section))
    for part, wordings in PART_WORDINGS.items():
        meanings |= dict.fromkeys(_keys(wordings), _Wording(part))
    return meanings | dict.fromkeys(_keys(STANDARDS), _Wording(Part.RESULTS, is_standard=True))


def _keys(wordings: str) -> list[str]:
    return [key(line) for line in wordings.splitlines() if line.strip()]


def distance(first: str, second: str, bound: int) -> int | None:
    """Return how many letters to add, drop, change or swap make `second` of `first`, or None when more than `bound`."""
    if bound < 0 or abs(len(first) - len(second)) > bound:
        return None
    if first == second:
        return 0
    # A slip changes at most two of the letters that occur: that is seen at once, the rest need not be counted.
    if len(_letters_of(first) ^ _letters_of(second)) > 2 * bound:
        return None
    found = _edit_distance(first, second)
    return found if found <= bound else None


@lru_cache(maxsize=4096)
def _letters_of(text: str) -> frozenset[str]:
    return frozenset(text)


def _edit_distance(first: str, second: str) -> int:
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, start=1):
        before, above, row = row, before, [i]
        for j, right in enumerate(second, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == second[j - 2] and first[i - 2] == right:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]
