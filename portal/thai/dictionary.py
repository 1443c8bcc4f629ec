"""The words by which Thai text is cut, packed: as a tree of Python's own objects those of Thai fill 75 megabytes."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pythainlp.util import Trie


class Dictionary:
    """What PyThaiNLP's segmenter asks of a dictionary, and no more."""

    def __init__(self, words: Iterable[str]) -> None:
        from marisa_trie import Trie

        kept = sorted({word.strip() for word in words} - {""})
        self._words = Trie(kept)
        self._prefixes: Callable[[str], list[str]] = self._words.prefixes
        self._longest: int = max(map(len, kept), default=0)

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """Return the words that `text` holds from `start` on, the shortest first."""
        return self._prefixes(text[start : start + self._longest])

    def __contains__(self, word: str) -> bool:
        """Whether it is a word."""
        return word in self._words


def cut_by(text: str, known: Dictionary) -> list[str]:
    """Return the fewest words of a dictionary, and what stands between them, that joined are `text` again."""
    from pythainlp.tokenize.newmm import segment

    return segment(text, custom_dict=cast("Trie", known))


@lru_cache(maxsize=4)
def thai_words(extra: frozenset[str] = frozenset()) -> Dictionary:
    """Return PyThaiNLP's dictionary with words added to it, as one: nearly every letter of a text is looked up."""
    from pythainlp.corpus import thai_words as listed

    return Dictionary(listed() | extra)
