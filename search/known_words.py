"""A set of words, and which of them a typed stretch of letters may have been meant for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from portal.thai.spelling import skeleton, slip, words_inside

LONGEST: Final = 40  # letters of a word that is worth comparing
_COMPOUND: Final = 8  # letters of a word that may hold others
_SHORTEST_FOR_ONE: Final = 4  # letters of a skeleton in which one may be wrong
_SHORTEST_FOR_TWO: Final = 8
_MOST_COMPARED: Final = 24  # words that one stretch is compared with letter by letter
_INDEX_BITS: Final = 24
_HASH_MASK: Final = (1 << 40) - 1


@dataclass(frozen=True, slots=True)
class Meant:
    """A word that may have been meant, and how great the slip is (`portal.thai.spelling.slip`)."""

    word: str
    slip: float


class KnownWords:
    """Words found by what they sound like, with one letter of it missing, too much, wrong or out of order.

    `words` also has the words inside compounds, which the search finds there.

    Every skeleton is kept under itself and under itself without each of its letters (the SymSpell idea), as sorted
    64-bit numbers: 40 bits of a hash, 24 of the word's place. 50,000 words take 4 MB and a question microseconds."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words: set[str] = set()
        self._order: list[str] = []
        self._skeletons: list[str] = []
        self._keys = array("Q")
        self._alike: dict[tuple[str, int], list[int]] = {}  # by first letter and length of the skeleton
        self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """Words with digits are codes, which nobody means in place of another."""
        new: list[int] = []
        for compound in filter(_is_comparable, words):
            for word in [compound, *(words_inside(compound) if len(compound) >= _COMPOUND else ())]:
                if word not in self.words:
                    new.extend(self._kept(word))
        if new:
            self._keys = array("Q", sorted([*self._keys, *new]))

    def meant_by(self, typed: str) -> list[Meant]:
        """The words for which `typed` (folded) is a small slip, the smallest first."""
        heard = skeleton(typed)
        if len(typed) > LONGEST or len(heard) < 2:
            return []
        places: set[int] = set()
        for variant in _variants(heard):
            places.update(self._under(variant))
        near = [place for place in places if OSA.distance(heard, self._skeletons[place], score_cutoff=1) <= 1]
        return self._compared(typed, heard, near)

    def meant_far(self, typed: str) -> list[Meant]:
        """The same with two letters wrong behind the first, for long words: a look at all that begin like it."""
        heard = skeleton(typed)
        if not _SHORTEST_FOR_TWO <= len(heard) <= LONGEST:
            return []
        lengths = range(len(heard) - 2, len(heard) + 3)
        places = [place for length in lengths for place in self._alike.get((heard[0], length), ())]
        choices = [self._skeletons[place] for place in places]
        found = process.extract(heard, choices, scorer=OSA.distance, score_cutoff=2, limit=_MOST_COMPARED)
        return self._compared(typed, heard, [places[at] for _heard, _distance, at in found])

    def _kept(self, word: str) -> Iterator[int]:
        place, heard = len(self._order), skeleton(word)
        self.words.add(word)
        self._order.append(word)
        self._skeletons.append(heard)
        self._alike.setdefault((heard[:1], len(heard)), []).append(place)
        return (_key(variant) << _INDEX_BITS | place for variant in _variants(heard))

    def _under(self, variant: str) -> Iterator[int]:
        key = _key(variant)
        at = bisect_left(self._keys, key << _INDEX_BITS)
        while at < len(self._keys) and self._keys[at] >> _INDEX_BITS == key:
            yield self._keys[at] & ((1 << _INDEX_BITS) - 1)
            at += 1

    def _compared(self, typed: str, heard: str, places: list[int]) -> list[Meant]:
        places.sort(key=lambda place: (OSA.distance(heard, self._skeletons[place]), place))
        compared = [Meant(word, slip(typed, word)) for word in map(self._order.__getitem__, places[:_MOST_COMPARED])]
        return sorted((one for one in compared if one.slip <= _allowed(one.word)), key=lambda one: (one.slip, one.word))


def _is_comparable(word: str) -> bool:
    return 2 <= len(word) <= LONGEST and not any(letter.isdigit() or letter in " .ฯๆ" for letter in word)


def _allowed(meant: str) -> float:
    """How great a slip may be in a word of that length: short words resemble each other by chance."""
    length = len(skeleton(meant))
    return (0, 0, 0, 0.25, 1.0, 1.0, 1.25, 1.25, 1.5)[min(length, 8)] if length < 9 else 2.0


def _variants(heard: str) -> set[str]:
    if len(heard) < _SHORTEST_FOR_ONE:
        return {heard}
    return {heard, *(heard[:at] + heard[at + 1 :] for at in range(len(heard)))}


def _key(variant: str) -> int:
    return hash(variant) & _HASH_MASK
