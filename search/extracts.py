"""Stored text -> what a result shows of it: the place where most of the question stands, its words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from portal.thai.digits import to_arabic
from portal.thai.words import Vocabulary, cut

from .analysis import JOINT
from .documents import Piece

if TYPE_CHECKING:
    from .documents import Marked

LENGTH: Final = 220  # letters of an extract, about
LEAD: Final = 60  # letters before the first marked word
MOST_PLACES: Final = 300  # looked at in one text
MOST_MARKS: Final = 40
_LETTERS: Final = "0-9a-z\u00c0-\u024f\u0e01-\u0e4e"
_APART: Final = f"(?:{JOINT}[^{JOINT}{_LETTERS}]*)*"  # between two words: blanks and punctuation only
_IN_WORD: Final = f"{JOINT}?"  # between two letters that were cut apart or not
_DOTTED: Final = rf"(?:\.?{JOINT}? ?{JOINT}?)"  # between two letters of an abbreviation
_CONSONANTS: Final = re.compile("[ก-ฮ]{2,6}")
_BLANKS: Final = re.compile(r"\s+")
_BLANK: Final = re.compile(f"[^\\S{JOINT}]+{JOINT}?")  # to Python, the joint is a blank too
_ELLIPSIS: Final = "…"

Marks: TypeAlias = Sequence[tuple[str, ...]]
Span: TypeAlias = tuple[int, int]


def mark_all(text: str, marks: Marks, vocabulary: Vocabulary) -> Marked:
    """A short text, such as a title, whole."""
    return mark_stored(JOINT.join(word.shown for word in cut(text, vocabulary)), marks)


def mark_stored(joined: str, marks: Marks) -> Marked:
    """A stored text, whole."""
    return _pieces(joined, 0, len(joined), _spans(joined, marks))


def extract(joined: str, marks: Marks) -> Marked:
    """The place of a stored text where the most different marks stand together; its beginning when there is none."""
    spans = _spans(joined, marks)
    start, end = _window(joined, spans)
    pieces = _pieces(joined, start, end, spans)
    if start > 0:
        pieces = (Piece(_ELLIPSIS), *pieces)
    return (*pieces, Piece(_ELLIPSIS)) if end < len(joined) else pieces


def holds_any(joined: str, marks: Marks) -> bool:
    """Whether one of the marks stands in a stored text."""
    return bool(_spans(joined, marks))


def _spans(joined: str, marks: Marks) -> list[Span]:
    """Where marks stand, in order, apart from each other, from word border to word border."""
    pattern = _pattern(tuple(marks))
    spans: list[Span] = []
    for match in pattern.finditer(_plain(joined)) if pattern else ():
        span = _whole_words(joined, match.start(), match.end())
        is_same = span == match.span() or _is_dot(joined[match.end() : span[1]])
        if not is_same and not _may_stand_inside(match[0]):
            continue
        if spans and span[0] < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(span[1], spans[-1][1]))
        else:
            spans.append(span)
        if len(spans) == MOST_PLACES:
            break
    return spans


def _plain(joined: str) -> str:
    """The same text, letter for letter, with one kind of digits and without capitals."""
    lower = joined.lower()
    return to_arabic(lower if len(lower) == len(joined) else joined)


def _whole_words(joined: str, start: int, end: int) -> Span:
    border = joined.find(JOINT, end)
    return joined.rfind(JOINT, 0, start) + 1, len(joined) if border < 0 else border


def _is_dot(rest: str) -> bool:
    return rest in ("", ".")


def _may_stand_inside(matched: str) -> bool:
    """Letters cut otherwise, as the clusters find them; too short ones and Latin ones are other words' letters."""
    return len(matched) >= 3 and not matched.isascii()


@lru_cache(maxsize=64)
def _pattern(marks: tuple[tuple[str, ...], ...]) -> re.Pattern[str] | None:
    ordered = sorted({mark for mark in marks[:MOST_MARKS] if mark}, key=lambda mark: (-len("".join(mark)), mark))
    return re.compile("|".join(_APART.join(map(_spelt, mark)) for mark in ordered)) if ordered else None


def _spelt(token: str) -> str:
    between = _DOTTED if _CONSONANTS.fullmatch(token) else _IN_WORD
    return between.join(map(re.escape, token))


def _window(joined: str, spans: Sequence[Span]) -> Span:
    """From where to where: word borders, a little before the first mark."""
    best = max(spans, key=lambda span: (_richness(joined, spans, span[0]), -span[0]), default=(0, 0))
    start = 0 if best[0] <= LEAD * 2 else _beginning(joined, best[0] - LEAD * 2, best[0])
    return start, _border_before(joined, start + LENGTH * 3 // 2, best[1])


def _richness(joined: str, spans: Sequence[Span], start: int) -> int:
    return len({joined[one:end] for one, end in spans if start <= one < start + LENGTH})


def _beginning(joined: str, earliest: int, latest: int) -> int:
    """Behind a blank, where Thai begins a new thought, or else between two words."""
    if blank := _BLANK.search(joined, earliest, latest):
        return blank.end()
    border = joined.find(JOINT, earliest, latest)
    return border + 1 if border >= 0 else latest


def _border_before(joined: str, position: int, least: int) -> int:
    if position >= len(joined):
        return len(joined)
    border = joined.rfind(JOINT, least, position)
    return border if border > 0 else position


def _pieces(joined: str, start: int, end: int, spans: Sequence[Span]) -> Marked:
    pieces: list[Piece] = []
    for one, other in spans:
        if one < start or other > end:
            continue
        pieces += [_piece(joined[start:one]), _piece(joined[one:other], is_marked=True)]
        start = other
    return tuple(piece for piece in (*pieces, _piece(joined[start:end])) if piece.text)


def _piece(joined: str, is_marked: bool = False) -> Piece:
    return Piece(_BLANKS.sub(" ", joined.replace(JOINT, "")), is_marked)
