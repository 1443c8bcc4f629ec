"""Whether letters are words: what tells a text from the noise of a PDF whose fonts hide what they draw."""

import re
import unicodedata
from typing import Final

from portal.thai.segment import dictionary_words_at, words

_THAI_RUN: Final = re.compile("[ก-๎]+")
_MARKUP: Final = frozenset("ๆฯ")
_LOOKED_AT: Final = 6_000  # letters, from three places of the text
_FEWEST_JUDGED: Final = 40  # Thai letters: fewer may all be names
_FEWEST_IN_WORDS: Final = 0.6
_FEWEST_KNOWN: Final = 0.6


def unknown_letters(text: str) -> int:
    """Return how many Thai letters of `text` belong to no word of the dictionary; a letter alone is none."""
    return sum(
        len(token)
        for token in words(text)
        if _THAI_RUN.fullmatch(token) and token not in _MARKUP and not _is_word(token)
    )


def share_in_words(text: str) -> float:
    """Return the share of the Thai letters of `text` that stand in words of the dictionary; 1.0 without Thai."""
    thai = "\n".join(_THAI_RUN.findall(text))
    letters = len(thai) - thai.count("\n")
    return 1 - unknown_letters(thai) / letters if letters else 1.0


def is_readable(text: str) -> bool:
    """Say whether a reader would recognise `text` as language: known scripts, and Thai letters that form words."""
    sample = _sample(text)
    shown = [character for character in sample if not character.isspace()]
    if sum(map(_is_known, shown)) < len(shown) * _FEWEST_KNOWN:
        return False
    thai = sum(map(len, _THAI_RUN.findall(sample)))
    return thai < _FEWEST_JUDGED or share_in_words(sample) >= _FEWEST_IN_WORDS


def _sample(text: str) -> str:
    if len(text) <= _LOOKED_AT:
        return text
    part = _LOOKED_AT // 3
    middle = len(text) // 2
    return "\n".join((text[:part], text[middle : middle + part], text[-part:]))


def _is_word(token: str) -> bool:
    return len(token) > 1 and token in dictionary_words_at(token, 0)


def _is_known(character: str) -> bool:
    """Letters of any script that Unicode names, digits and the punctuation between them; no signs of lost glyphs."""
    return unicodedata.category(character)[0] in "LMN" or character in ".,:;()/-–\"'“”%"
