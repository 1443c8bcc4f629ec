"""A misspelt run of Thai letters -> what may have been meant.

Thai has no spaces, and a misspelt word falls into odd pieces when it is cut (คณิตศาสร์: คณิต, ศาสร์). So a run is read
as the cheapest row of stretches: words as they stand, words of the index that a stretch may be a slip for, and letters
that nobody knows. Where the cheapest row holds a slip, it is a correction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from portal.thai.segment import clusters
from portal.thai.spelling import is_right, skeleton, without_tones
from portal.thai.words import cut

from .known_words import LONGEST, Meant

if TYPE_CHECKING:
    from portal.thai.words import Vocabulary

    from .known_words import KnownWords

LONGEST_RUN: Final = 120  # letters; a longer one is no misspelt word but a text
_MOST_STEPS: Final = 14  # places within one stretch
_MOST_OTHERS: Final = 3  # other readings of one stretch that are worth offering
_WORD: Final = 0.5
_RARE_WORD: Final = 0.8  # right, but no page holds it
_UNKNOWN_WORD: Final = 0.9  # some page holds it, no dictionary does
_RESPELT: Final = 0.3
_RESPELT_UNKNOWN: Final = 0.7
_UNKNOWN: Final = 1.2  # each cluster that is part of nothing
_SLIP_OF_RIGHT: Final = 0.5  # greatest where all that was typed are right words
_SLIP_OF_NEIGHBOURS: Final = 1.0  # greatest sum of two slips side by side
_AS_LIKELY: Final = 0.5  # how much dearer another reading may be
_RARE: Final = 10  # times as many pages hold the word as hold the slip
_HOMOPHONE: Final = 0.25
_SHORTEST_HOMOPHONE: Final = 4


@dataclass(frozen=True, slots=True)
class Known:
    """What can be found: words of the index, the office's short forms and synonyms, the dictionary's own words.

    `pages_with(text)` counts the pages that hold just these letters."""

    indexed: KnownWords
    taught: KnownWords
    vocabulary: Vocabulary
    pages_with: Callable[[str], int]

    def is_right(self, word: str) -> bool:
        """Whether a word is spelt rightly, found or not."""
        return is_right(word) or word in self.vocabulary.words or word in self.taught.words

    def meant_by(self, typed: str, *, far: bool = False) -> list[Meant]:
        """What `typed` may be a slip for, the smallest slip first."""
        groups = (self.indexed, self.taught)
        found = [one for group in groups for one in (group.meant_far(typed) if far else group.meant_by(typed))]
        return sorted({one for one in found if one.word != typed}, key=lambda one: (one.slip, one.word))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Letters `start` to `end`, what they cost to believe, and what they may have been meant for."""

    start: int
    end: int
    cost: float
    meant: tuple[Meant, ...] = ()
    is_unknown: bool = False


def respelt(run: str, known: Known) -> list[str]:
    """What may have been meant by a run of Thai letters, the likeliest first; nothing where it seems right."""
    if len(run) > LONGEST_RUN:
        return []
    reading = _Reading(run, known)
    best = _believable(_cheapest(run, reading.places, list(reading.stretches())))
    if any(one.is_unknown for one in best):
        far = [*reading.stretches(), *reading.far_stretches()]
        best = _believable(_cheapest(run, reading.places, far))
    return _written(run, [reading.unless_found(one) if one.meant else one for one in best])


class _Reading:
    """A run, where it may be cut, and which of its letters belong to no known word."""

    def __init__(self, run: str, known: Known) -> None:
        self.run, self.known = run, known
        self.tokens: list[tuple[int, int]] = []
        self.unknown: set[int] = set()
        for word in cut(run, known.vocabulary):
            start = self.tokens[-1][1] if self.tokens else 0
            self.tokens.append((start, start + len(word.shown)))
            if not known.is_right(word.shown):
                self.unknown.update(range(start, start + len(word.shown)))
        self.places = sorted({0, *(end for _start, end in self.tokens), *self._places_near_unknown()})

    def stretches(self) -> Iterator[_Stretch]:
        """All ways to take a part of the run."""
        for at, start in enumerate(self.places):
            for end in self.places[at + 1 : at + 1 + _MOST_STEPS]:
                if end - start <= LONGEST:
                    yield from self._taken(start, end)
        for start, end in pairwise(self.places):
            yield _Stretch(start, end, _UNKNOWN * max(1, len(clusters(self.run[start:end]))), is_unknown=True)

    def far_stretches(self) -> Iterator[_Stretch]:
        """The unknown words with their neighbours, compared more widely."""
        groups = [at for at, (start, _end) in enumerate(self.tokens) if start in self.unknown][:2]
        spans = {
            (self.tokens[max(0, at - left)][0], self.tokens[min(len(self.tokens) - 1, at + right)][1])
            for at in groups
            for left in range(3)
            for right in range(3)
        }
        for start, end in sorted(spans):
            if meant := self.known.meant_by(self.run[start:end], far=True):
                yield self._respelt(start, end, meant)

    def unless_found(self, stretch: _Stretch) -> _Stretch:
        """What pages hold is a name or a coined word and no slip; a slip in a page is rare beside the word."""
        held = self.known.pages_with(self.run[stretch.start : stretch.end])
        often = [one for one in stretch.meant if not held or self.known.pages_with(one.word) >= held * _RARE]
        return replace(stretch, meant=tuple(often))

    def _taken(self, start: int, end: int) -> Iterator[_Stretch]:
        typed = self.run[start:end]
        is_indexed = typed in self.known.indexed.words
        if len(typed) > 1 and self.known.is_right(typed):
            yield _Stretch(start, end, _WORD if is_indexed else _RARE_WORD)
            meant = [] if is_indexed else _homophones(typed, self.known)
        else:
            if is_indexed and len(typed) > 2:
                yield _Stretch(start, end, _UNKNOWN_WORD)
            meant = self._slips(typed, is_sound=self.unknown.isdisjoint(range(start, end)))
        if meant:
            yield self._respelt(start, end, meant)

    def _slips(self, typed: str, *, is_sound: bool) -> list[Meant]:
        found = self.known.meant_by(typed)
        return [one for one in found if one.slip <= _SLIP_OF_RIGHT] if is_sound else found

    def _respelt(self, start: int, end: int, meant: list[Meant]) -> _Stretch:
        costs = {one: one.slip + (_RESPELT if self.known.is_right(one.word) else _RESPELT_UNKNOWN) for one in meant}
        ranked = sorted(meant, key=lambda one: (costs[one], one.word))
        least = costs[ranked[0]]
        likely = [one for one in ranked if costs[one] <= least + _AS_LIKELY]
        return _Stretch(start, end, least, tuple(likely[: 1 + _MOST_OTHERS]))

    def _places_near_unknown(self) -> Iterator[int]:
        for start, end in self.tokens:
            if {start - 1, start, end} & self.unknown:
                place = start
                for cluster in clusters(self.run[start:end]):
                    place += len(cluster)
                    yield place


def _homophones(typed: str, known: Known) -> list[Meant]:
    """Right words are not corrected, but for those that sound just the same (สัมนา, สัมมนา)."""
    heard = skeleton(typed)
    if len(heard) < _SHORTEST_HOMOPHONE:
        return []
    return [
        one
        for one in known.meant_by(typed)
        if one.slip <= _HOMOPHONE
        and skeleton(one.word) == heard
        and without_tones(one.word) != without_tones(typed)
        and known.is_right(one.word)
    ]


def _cheapest(run: str, places: list[int], stretches: list[_Stretch]) -> list[_Stretch]:
    """The row of stretches from the first letter to the last that costs least."""
    ending: dict[int, list[_Stretch]] = {}
    for one in stretches:
        ending.setdefault(one.end, []).append(one)
    cost: dict[int, float] = {0: 0.0}
    last: dict[int, _Stretch] = {}
    for place in places[1:]:
        last[place] = min(ending[place], key=lambda one: (cost[one.start] + one.cost, one.start))
        cost[place] = cost[last[place].start] + last[place].cost
    row: list[_Stretch] = []
    place = len(run)
    while place:
        row.append(last[place])
        place = last[place].start
    return row[::-1]


def _believable(row: list[_Stretch]) -> list[_Stretch]:
    """Names that nobody knows are not rewritten piece by piece: no slip beside unknown letters or a great slip."""
    kept: list[_Stretch] = []
    for at, one in enumerate(row):
        beside = [row[near] for near in (at - 1, at + 1) if 0 <= near < len(row)] if one.meant else []
        is_doubtful = any(other.is_unknown for other in beside) or any(
            other.meant and other.meant[0].slip + one.meant[0].slip > _SLIP_OF_NEIGHBOURS for other in beside
        )
        kept.append(_Stretch(one.start, one.end, one.cost, is_unknown=True) if is_doubtful else one)
    return kept


def _written(run: str, row: list[_Stretch]) -> list[str]:
    """The likeliest text, then those in which one stretch is read otherwise."""
    slips = [one for one in row if one.meant]
    if not slips:
        return []
    chosen = {one: one.meant[0] for one in slips}
    texts = [_joined(run, row, chosen)]
    others = [(other.slip, _joined(run, row, {**chosen, one: other})) for one in slips for other in one.meant[1:]]
    return list(dict.fromkeys([*texts, *(text for _slip, text in sorted(others))]))


def _joined(run: str, row: list[_Stretch], chosen: dict[_Stretch, Meant]) -> str:
    return "".join(chosen[one].word if one in chosen else run[one.start : one.end] for one in row)
