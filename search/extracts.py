"""Stored text -> what a result shows of it: the place where most of the question stands, its words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from portal.thai.digits import to_thai
from portal.thai.words import Vocabulary, cut

from .analysis import JOINT
from .documents import Piece

if TYPE_CHECKING:
    from .documents import Marked

LENGTH: Final = 220  # letters of an extract, about
LEAD: Final = 60  # letters before the first marked word
MOST_PLACES: Final = 300  # looked at in one text
_LETTER: Final = "[^\\W_]|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
_APART: Final = f"(?:{JOINT}(?:(?!{_LETTER})[^{JOINT}])*)*?{JOINT}"  # between two words: blanks and punctuation only
_BLANKS: Final = re.compile(r"\s+")
_ELLIPSIS: Final = "…"

Marks: TypeAlias = Sequence[tuple[str, ...]]
Span: TypeAlias = tuple[int, int]


def mark_all(text: str, marks: Marks, vocabulary: Vocabulary) -> Marked:
    """A short text, such as a title, whole."""
    joined = JOINT.join(word.shown for word in cut(text, vocabulary))
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
    pattern = _pattern(tuple(marks))
    return bool(pattern and pattern.search(joined))


def _spans(joined: str, marks: Marks) -> list[Span]:
    """Where marks stand, in order, apart from each other, from word border to word border."""
    pattern = _pattern(tuple(marks))
    spans: list[Span] = []
    for match in pattern.finditer(joined) if pattern else ():
        spans.append(match.span())
        if len(spans) == MOST_PLACES:
            break
    return spans


@lru_cache(maxsize=64)
def _pattern(marks: tuple[tuple[str, ...], ...]) -> re.Pattern[str] | None:
    ordered = sorted({mark for mark in marks if mark}, key=lambda mark: (-len("".join(mark)), mark))
    if not ordered:
        return None
    return re.compile("|".join([*map(_as_words, ordered), *_inside_words(ordered)]), re.IGNORECASE)


def _as_words(mark: tuple[str, ...]) -> str:
    """The mark's words side by side, each whole."""
    return f"(?:(?<={JOINT})|^)" + _APART.join(map(_spelt, mark)) + f"(?={JOINT}|$)"


def _inside_words(marks: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """The same letters cut otherwise, as the clusters find them, with the words around taken in."""
    for mark in marks:
        letters = "".join(mark)
        if len(letters) >= 3 and not letters.isascii():
            yield f"[^{JOINT}\\s]*" + f"{JOINT}?".join(map(_spelt, letters)) + f"[^{JOINT}\\s]*"


def _spelt(letters: str) -> str:
    """As written anyhow: with either digits, and with the dots of an abbreviation."""
    if len(letters) == 1:
        return f"[{letters}{to_thai(letters)}]" if letters.isdigit() else re.escape(letters)
    separator = r"\.? ?" if len(letters) <= 6 and not letters.isdigit() else ""
    return separator.join(map(_spelt, letters)) + (r"\.?" if separator else "")


def _window(joined: str, spans: Sequence[Span]) -> Span:
    """From where to where: word borders, a little before the first mark."""
    best = max(spans, key=lambda span: (_richness(joined, spans, span[0]), -span[0]), default=(0, 0))
    start = 0 if best[0] <= LEAD * 2 else _border_after(joined, best[0] - LEAD * 2)
    return start, _border_before(joined, start + LENGTH * 3 // 2, best[1])


def _richness(joined: str, spans: Sequence[Span], start: int) -> int:
    return len({joined[one:end] for one, end in spans if start <= one < start + LENGTH})


def _border_after(joined: str, position: int) -> int:
    border = joined.find(JOINT, position)
    return border + 1 if border >= 0 else position


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
