"""The number or bullet before a heading or an item: read in any style, taken off, and understood as depth."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from portal.thai.digits import to_arabic


class Numerals(StrEnum):
    """What a marker counts with."""

    DIGITS = "digits"
    THAI_LETTERS = "thai_letters"
    LATIN_LETTERS = "latin_letters"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Marker:
    """A number or bullet as it stood: `1.`, `5.1`, `๑)`, `- 8.1`, `ก.`, `ขั้นตอนที่ 2`, `-`. A bullet has no `path`."""

    text: str
    numerals: Numerals
    path: tuple[int, ...] = ()
    closing: str = ""  # ".", ")", "()" or nothing
    word: str = ""  # ข้อ, ขั้นตอนที่, บทที่
    depth: int = 0  # what a Word list says

    @property
    def value(self) -> int:
        return self.path[-1] if self.path else 0

    @property
    def style(self) -> tuple[object, ...]:
        """What two markers of one list have in common."""
        closing = "" if len(self.path) > 1 else self.closing
        bullet = self.text if self.numerals is Numerals.BULLET else ""
        return self.numerals, len(self.path), closing, self.word, self.depth, bullet

    @property
    def is_certain(self) -> bool:
        """A bare `2` or a letter may as well begin a sentence: `settle` asks its neighbours."""
        return self.numerals is Numerals.BULLET or (
            self.numerals is Numerals.DIGITS and bool(self.closing or self.word or len(self.path) > 1)
        )


_THAI_ORDER: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_CIRCLED: Final = {chr(0x2460 + number): number + 1 for number in range(20)}
_BULLETS: Final = "-–—•*·▪●○◦‣❖➢✓❑\uf0b7\uf0a7\uf0d8"
_WORDS: Final = "ขั้นตอนที่|ขั้นที่|ข้อที่|ข้อ|บทที่|ส่วนที่|ตอนที่|หมวดที่|หมวด|ภาคที่"
_D: Final = "[0-9๐-๙]"

_BULLET: Final = re.compile(rf"\s*(?P<bullet>[{re.escape(_BULLETS)}]|o(?=\s+[ก-๙]))\s*")
_WORDED: Final = re.compile(
    rf"\s*(?P<word>{_WORDS})\s*(?P<number>{_D}{{1,3}})(?P<closing>[.):]?)(?!{_D})(?:\s+|$|(?<=[.):]))"
)
_BRACKETED: Final = re.compile(rf"\s*[(\[](?P<number>{_D}{{1,2}}|[ก-ฮ]|[a-zA-Z])[)\]]\s*(?=\S|$)")
_DOTTED: Final = re.compile(
    rf"\s*(?P<number>{_D}{{1,2}}(?:\.{_D}{{1,2}}){{1,4}})(?P<closing>[.)]?)(?!{_D}|\s*น\.|\s*[-–]\s*{_D})\s*"
)
_NUMBERED: Final = re.compile(rf"\s*(?P<number>{_D}{{1,3}})\s?(?P<closing>[.)])(?!{_D})\.?\s*")
_BARE: Final = re.compile(rf"\s*(?P<number>{_D}{{1,2}})\s+(?=\S)")
_CIRCLE: Final = re.compile(r"\s*(?P<number>[\u2460-\u2473])\s*")
_LETTERED: Final = re.compile(r"\s*(?P<number>[ก-ฮ]|[a-zA-Z])(?P<closing>[.)])(?![ก-ฮ]{1,3}\.)(?:(?<=\))|\s+)\s*")
_AHEAD: Final = 60


def parse_marker(text: str, depth: int = 0) -> tuple[Marker | None, str]:
    """Return the marker before `text`, or None, and what follows it. ` - 8.1 แบบ` is 8.1, its bullet means nothing.

    The dash of `-5 องศา` is no bullet."""
    bullet = _BULLET.match(text)
    start = bullet.end() if bullet else 0
    numbered = _parse_number(text, start, depth)
    if numbered and (numbered[0].is_certain or not bullet):
        return numbered
    if bullet and text[start:].strip() and not text[bullet.end("bullet")].isdecimal():
        return Marker(bullet["bullet"], Numerals.BULLET, depth=depth), text[start:].strip()
    return None, text.strip()


def _parse_number(text: str, start: int, depth: int) -> tuple[Marker, str] | None:
    for pattern in (_WORDED, _DOTTED, _NUMBERED, _BRACKETED, _CIRCLE, _LETTERED, _BARE):
        match = pattern.match(text, start)
        if not match:
            continue
        found = match.groupdict()
        numerals, path = _read_path(found["number"])
        closing = "()" if pattern is _BRACKETED or pattern is _CIRCLE else (found.get("closing") or "")
        marker = Marker(match[0].strip(), numerals, path, closing, found.get("word") or "", depth)
        return marker, text[match.end() :].strip()
    return None


def _read_path(number: str) -> tuple[Numerals, tuple[int, ...]]:
    if number in _CIRCLED:
        return Numerals.DIGITS, (_CIRCLED[number],)
    if number in _THAI_ORDER:
        return Numerals.THAI_LETTERS, (_thai_rank(number),)
    if number.isascii() and number.isalpha():
        return Numerals.LATIN_LETTERS, (ord(number.lower()) - ord("a") + 1,)
    return Numerals.DIGITS, tuple(int(piece) for piece in to_arabic(number).split("."))


def _thai_rank(letter: str) -> int:
    """ฃ and ฅ are not counted with; nor does anybody count as far as where that would matter twice."""
    return _THAI_ORDER.index(letter) + 1


def settle(markers: Sequence[Marker | None]) -> list[bool]:
    """Say for each marker whether it is one: a doubtful one must be followed or preceded by its neighbour in number."""
    last: dict[tuple[object, ...], int] = {}
    settled = []
    for index, marker in enumerate(markers):
        is_marker = marker is not None and (marker.is_certain or _has_neighbour(marker, last, markers, index))
        if marker is not None and is_marker:
            last[marker.style] = marker.value
        settled.append(is_marker)
    return settled


def _has_neighbour(
    marker: Marker, last: dict[tuple[object, ...], int], markers: Sequence[Marker | None], index: int
) -> bool:
    if last.get(marker.style) == marker.value - 1 and marker.value > 1:
        return True
    following = (other for other in markers[index + 1 : index + _AHEAD] if other and other.style == marker.style)
    return marker.value == 1 and any(other.value == 2 for other in following)


def depths(markers: Iterable[Marker]) -> list[int]:
    """Return how deep each item of one list stands, 0 for the outermost, from the order in which styles appear."""
    sequence = list(markers)
    open_items: list[Marker] = []
    restarting: set[tuple[object, ...]] = set()
    found = []
    for index, marker in enumerate(sequence):
        level = _level_of(marker, open_items)
        if _starts_below(sequence, index, open_items[level:], restarting):
            restarting.add(marker.style)
            level += 1
        del open_items[level:]
        open_items.append(marker)
        found.append(level)
    return found


def _level_of(marker: Marker, open_items: Sequence[Marker]) -> int:
    """Return the level that goes on with this number, else one of the same style, else a new one."""
    same_style = [level for level, item in enumerate(open_items) if item.style == marker.style]
    for level in reversed(same_style):
        if marker.path and marker.value == open_items[level].value + 1:
            return level
    if same_style:
        return same_style[-1]
    for level in range(len(open_items) - 1, -1, -1):
        if _is_next_in_other_closing(open_items[level], marker):
            return level
    return len(open_items)


def _starts_below(
    sequence: Sequence[Marker], index: int, open_items: Sequence[Marker], restarting: set[tuple[object, ...]]
) -> bool:
    """Say whether a second 1 of the same style begins a list inside the item before it: 1. 1. 2. 3. 2. 1. 2."""
    marker = sequence[index]
    if not open_items or marker.value != 1 or open_items[0].style != marker.style or len(marker.path) != 1:
        return False
    if marker.style in restarting:
        return True
    expected = 1
    for other in sequence[index:]:
        if other.style == marker.style:
            if other.value != expected:
                return other.value == open_items[0].value + 1
            expected += 1
    return False


def _is_next_in_other_closing(before: Marker, after: Marker) -> bool:
    """Somebody typed `1) 2) 3. 4)`: the third is no list inside the second."""
    return (
        before.numerals == after.numerals
        and len(before.path) == len(after.path) == 1
        and after.value == before.value + 1
        and before.word == after.word
        and before.depth == after.depth
    )
