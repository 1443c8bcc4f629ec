"""Signs that slipped to the next consonant inside a PDF (คู่มอื, เรอื่ง, ตัง้แต่), put back where words prove it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from portal.thai.marks import COMBINING, RANKS
from portal.thai.plausible import unknown_letters
from portal.thai.segment import dictionary_words_at, words

# A consonant, perhaps with signs, and the next one with signs that may be the first one's.
_SUSPECT: Final = re.compile(f"(?P<base>[ก-ฮ])(?P<own>[{COMBINING}]*)(?P<next>[ก-ฮ])(?P<signs>[{COMBINING}]+)")
_NOT_THAI: Final = re.compile("[^ก-๎]")
_LEFT: Final = 10
_RIGHT: Final = 12
_SHORTEST: Final = 3
_SHORTEST_ALONE: Final = 4
_PASSES: Final = 2  # ชวีติ has two slips, and the second shows when the first is mended
# Names that the dictionary lacks look like slips: 0.2 in a thousand letters of sound text, 10 and more in damaged text;
# a text about one such name has always the same.
_LETTERS_A_SLIP: Final = 400
_ENOUGH_KINDS: Final = 15


@dataclass(frozen=True, slots=True)
class _Slip:
    """What should stand in the place of `text[start:end]`; `is_certain` without others beside it."""

    start: int
    end: int
    right: str
    is_certain: bool


def put_back_signs(text: str) -> str:
    """Return normalised `text` with slipped signs put back, only where letters that were no word become one."""
    for _pass in range(_PASSES):
        slips = list(_slips(text))
        if not _are_many(slips, len(text)):
            slips = [slip for slip in slips if slip.is_certain]
        if not slips:
            break
        text = _mended(text, slips)
    return text


def _are_many(slips: list[_Slip], letters: int) -> bool:
    needed = letters / _LETTERS_A_SLIP
    return len(slips) >= needed and len({slip.right for slip in slips}) >= min(needed / 2, _ENOUGH_KINDS)


def _mended(text: str, slips: list[_Slip]) -> str:
    parts: list[str] = []
    position = 0
    for slip in slips:
        parts += [text[position : slip.start], slip.right]
        position = slip.end
    return "".join([*parts, text[position:]])


def _slips(text: str) -> Iterator[_Slip]:
    position = 0
    while found := _SUSPECT.search(text, position):
        position = found.start("next")  # the second consonant may be the first of the next pair
        right = _written_right(found)
        if right and (slip := _judged(text, found.start(), found.end(), right)):
            position = found.end()
            yield slip


def _written_right(found: re.Match[str]) -> str:
    """Return both consonants with all signs on the first; nothing where they cannot all stand there."""
    signs = sorted(found["own"] + found["signs"], key=RANKS.__getitem__)
    if len({RANKS[sign] for sign in signs}) < len(signs):
        return ""
    return found["base"] + "".join(signs) + found["next"]


def _judged(text: str, start: int, end: int, right: str) -> _Slip | None:
    """Return the slip if more letters stand in words when it is mended."""
    before = _NOT_THAI.split(text[max(0, start - _LEFT) : start])[-1]
    after = _NOT_THAI.split(text[end : end + _RIGHT], maxsplit=1)[0]
    length = _longest_word_over(before, right, after)
    if length < _SHORTEST:  # most suspects are sound and end here, cheaply
        return None
    if _unknown(before + right + after) >= _unknown(before + text[start:end] + after):
        return None
    return _Slip(start, end, right, length >= _SHORTEST_ALONE and _is_sound(before, right, after))


def _longest_word_over(before: str, cluster: str, after: str) -> int:
    """Return the length of the longest word of the dictionary that covers `cluster`."""
    whole, needed = before + cluster + after, len(before) + len(cluster)
    return max(
        (
            len(word)
            for start in range(len(before) + 1)
            for word in dictionary_words_at(whole, start)
            if start + len(word) >= needed
        ),
        default=0,
    )


def _is_sound(before: str, cluster: str, after: str) -> bool:
    """Say whether all are words, the outermost ones apart that the edge of what is looked at may have cut."""
    tokens = words(before + cluster + after)
    inner = tokens[len(before) == _LEFT : -1 if len(after) == _RIGHT else None]
    return not unknown_letters("\n".join(inner))


@lru_cache(maxsize=4096)
def _unknown(letters: str) -> int:
    return unknown_letters(letters)
