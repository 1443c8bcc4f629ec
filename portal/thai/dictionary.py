"""The words by which Thai text is cut, packed: as a tree of Python's own objects those of Thai fill 75 megabytes."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pythainlp.util import Trie


class Dictionary:
    """What PyThaiNLP's segmenter asks of a dictionary, and no more."""

    def __init__(self, words: Iterable[str], beside: "Dictionary | None" = None) -> None:
        """`beside` is another dictionary whose words are words of this one too."""
        from marisa_trie import Trie

        kept = sorted({word.strip() for word in words} - {""})
        self._words = Trie(kept)
        self._beside = beside
        self.longest: int = max([beside.longest if beside else 0, *map(len, kept)])

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """Return the words that `text` holds from `start` on, the shortest first."""
        ahead = text[start : start + self.longest]
        found: list[str] = self._words.prefixes(ahead)
        if self._beside is None:
            return found
        others = self._beside.prefixes(ahead)
        return sorted({*found, *others}, key=len) if found else others

    def __contains__(self, word: str) -> bool:
        """Whether it is a word."""
        return word in self._words or (self._beside is not None and word in self._beside)


def cut_by(text: str, known: Dictionary) -> list[str]:
    """Return the fewest words of a dictionary, and what stands between them, that joined are `text` again."""
    from pythainlp.tokenize.newmm import segment

    return segment(text, custom_dict=cast("Trie", known))


@lru_cache(maxsize=4)
def thai_words(extra: frozenset[str] = frozenset()) -> Dictionary:
    """Return PyThaiNLP's dictionary with words added to it."""
    return Dictionary(extra, _of_thai()) if extra else _of_thai()


@cache
def _of_thai() -> Dictionary:
    from pythainlp.corpus import thai_words as listed

    return Dictionary(listed())
