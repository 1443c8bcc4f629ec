"""Texts as runs of words: sampled to find candidates among thousands, compared exactly afterwards."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from portal.thai.words import Vocabulary, cut

RUN: Final = 7  # words; shorter runs are the names of offices and laws
SAMPLED: Final = 8  # one of so many hashes is kept: a copied part is found however long the rest is
_LOWEST: Final = 2**64 // SAMPLED


@dataclass(frozen=True, slots=True)
class CutText:
    """A text as it is compared: `tokens` in order, and where each stands in `text`."""

    text: str
    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `first` to `last`, both included."""

    first: int
    last: int

    @property
    def words(self) -> int:
        """How many."""
        return self.last - self.first + 1


def cut_text(text: str) -> CutText:
    """Cut a text into words; its lines one by one, since cutting hostile text takes more than its length."""
    shown, tokens, starts, ends = [], [], [], []
    position = 0
    for line in text.splitlines(keepends=True):
        for word in cut(line, Vocabulary()):
            if word.token:
                tokens.append(word.token)
                starts.append(position)
                ends.append(position + len(word.shown))
            shown.append(word.shown)
            position += len(word.shown)
    return CutText("".join(shown), tuple(tokens), tuple(starts), tuple(ends))


def sample(tokens: Sequence[str]) -> array[int]:
    """The hashes of a part of all runs, in order and each once; the same runs are chosen in every text."""
    return array("Q", sorted({value for value in _hashes(tokens) if value < _LOWEST}))


def common(tokens: Sequence[str], other: Sequence[str]) -> list[Stretch]:
    """The stretches of `tokens` that stand word for word in `other`, of `RUN` words or more."""
    known = set(_runs(other))
    found: list[Stretch] = []
    for place, run in enumerate(_runs(tokens)):
        if run not in known:
            continue
        last = place + RUN - 1
        if found and place <= found[-1].last + 1:
            found[-1] = Stretch(found[-1].first, last)
        else:
            found.append(Stretch(place, last))
    return found


def _hashes(tokens: Sequence[str]) -> Iterator[int]:
    for run in _runs(tokens):
        yield int.from_bytes(blake2b("\x1f".join(run).encode(), digest_size=8).digest(), "big")


def _runs(tokens: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(tokens[start:] for start in range(RUN)), strict=False)
