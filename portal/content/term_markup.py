"""Marks terms in rendered HTML. Our own templates wrote it, so tags can be told from text without building a tree:
every byte that is not part of a term stays as it was."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from .term_finder import Key, Match, TermFinder

# No explanation inside what is a control, a heading, a name that is being defined, or no running text.
CLOSED = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "svg", "math", "code", "pre", "kbd", "dt", "summary", "label")
    + ("select", "textarea", "script", "style", "title")
)
_TAGS = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
_KEPT_TOGETHER = '<span class="nb">'  # words that must not break at the end of a line stand in these
_BETWEEN_BLOCKS = "\x00"


@dataclass
class _Scan:
    """Walks over the tags and remembers what is open."""

    closed: list[str] = field(default_factory=list)
    spans: list[bool] = field(default_factory=list)

    def is_transparent(self, tag: str) -> bool:
        """Note a tag; True when text runs on across it."""
        name_match = _NAME.match(tag)
        if name_match is None or tag.endswith("/>"):
            return False
        name = name_match[1].lower()
        is_end = tag.startswith("</")
        if name in CLOSED:
            self._note_closed(name, is_end)
        if name == "wbr":
            return True
        return name == "span" and self._note_span(tag, is_end)

    def _note_closed(self, name: str, is_end: bool) -> None:
        if not is_end:
            self.closed.append(name)
        elif name in self.closed:
            del self.closed[len(self.closed) - 1 - self.closed[::-1].index(name) :]

    def _note_span(self, tag: str, is_end: bool) -> bool:
        if is_end:
            return self.spans.pop() if self.spans else False
        self.spans.append(tag == _KEPT_TOGETHER)
        return self.spans[-1]


def mark_terms(html: str, finder: TermFinder[Key], write: Callable[[Match[Key], str], str]) -> str:
    """`html` with the first use of each term replaced by what `write(match, html of the use)` returns."""
    pieces = _TAGS.split(html)
    starts, text = _running_text(pieces)
    matches = [match for match in finder.first_uses(text) if _BETWEEN_BLOCKS not in text[match.start : match.end]]
    written: list[str] = []
    begun, offset = 0, 0  # what is written so far: pieces up to `begun`, of that piece `offset` letters
    for match in matches:
        first, start = _place_in(starts, match.start)
        last, end = _place_in(starts, match.end - 1)
        first, start, last, end = _widened(pieces, first, start, last, end + 1)
        written += _raw(pieces, begun, offset, first, start)
        before, use, after = _balanced([*_raw(pieces, first, start, last, end)])
        written += [before, write(match, use), after]
        begun, offset = last, end
    written += [pieces[begun][offset:], *pieces[begun + 1 :]]
    return "".join(written)


def _running_text(pieces: list[str]) -> tuple[list[tuple[int, int]], str]:
    """Where the pieces that may hold terms begin in the text, as (piece, place), and that text."""
    scan = _Scan()
    starts: list[tuple[int, int]] = []
    text: list[str] = []
    length = 0
    for index, piece in enumerate(pieces):
        if index % 2:  # a tag
            piece = "" if scan.is_transparent(piece) else _BETWEEN_BLOCKS
        elif scan.closed:
            piece = _BETWEEN_BLOCKS
        elif piece:
            starts.append((index, length))
        text.append(piece)
        length += len(piece)
    return starts, "".join(text)


def _place_in(starts: list[tuple[int, int]], place: int) -> tuple[int, int]:
    """The piece that holds a place of the text, and which of its letters that is."""
    index, begin = starts[bisect_right(starts, place, key=itemgetter(1)) - 1]
    return index, place - begin


def _widened(pieces: list[str], first: int, start: int, last: int, end: int) -> tuple[int, int, int, int]:
    """Take in the other tag of a span that the use fills to its edge, so that no empty span is left behind."""
    tags = pieces[first:last]
    if start == 0 and first and pieces[first - 1] == _KEPT_TOGETHER and "</span>" in tags:
        first, start = first - 2, len(pieces[first - 2])
    if end == len(pieces[last]) and pieces[last + 1 : last + 2] == ["</span>"] and _KEPT_TOGETHER in tags:
        last, end = last + 2, 0
    return first, start, last, end


def _raw(pieces: list[str], first: int, start: int, last: int, end: int) -> Iterator[str]:
    """The HTML from letter `start` of piece `first` to letter `end` of piece `last`."""
    if first == last:
        yield pieces[first][start:end]
        return
    yield pieces[first][start:]
    yield from pieces[first + 1 : last]
    yield pieces[last][:end]


def _balanced(use: list[str]) -> tuple[str, str, str]:
    """The tags that a use only closes, the use with the tags that it both opens and closes, the tags it only opens."""
    opened: list[int] = []
    ended: list[int] = []
    for index, piece in enumerate(use):
        if piece == _KEPT_TOGETHER:
            opened.append(index)
        elif piece == "</span>":
            if opened:
                opened.pop()
            else:
                ended.append(index)
    dropped = {*opened, *ended}
    inside = "".join(piece for index, piece in enumerate(use) if index not in dropped)
    return "</span>" * len(ended), inside, _KEPT_TOGETHER * len(opened)
