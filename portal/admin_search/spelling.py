"""Thai text as the tokenizers of SQLite and PostgreSQL keep it whole: written in the letters a to z alone.

Both split words at vowel signs, and SQLite takes ข้าว for ข่าว. So every letter is written as two ASCII letters. A text
becomes its grams (three letters in a row, from each letter on: a row of them is found wherever the same letters stand,
inside a word too) and its words (which say how good a find is, and are found in any order)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from portal.thai.digits import to_arabic
from portal.thai.marks import COMBINING
from portal.thai.normalise import normalise
from portal.thai.words import Vocabulary, tokens_of

GRAM: Final = 3  # letters
MOST_GRAMS: Final = 4_000  # PostgreSQL counts the places in a text up to 16,383
MOST_CHARACTERS: Final = 20_000  # of a text that are cut into words
MOST_ASKED: Final = 200  # characters of a query
MOST_PARTS: Final = 8  # of a query, between its blanks

_NO_WORDS: Final = Vocabulary()
_NOT_LETTER: Final = re.compile(rf"[^\w{COMBINING}]|[_ๆฯ]")
_HEX: Final = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a query: its `grams`, of which the only one is begun if `is_short`, and the `words` it is made of."""

    grams: tuple[str, ...]
    is_short: bool
    words: tuple[str, ...] = ()


def letters_of(text: str) -> str:
    """Return the letters, marks and digits of `text`: no case, Arabic digits, blanks and punctuation left out."""
    return _NOT_LETTER.sub("", to_arabic(normalise(text)).casefold())


@lru_cache(maxsize=512)
def spelt(text: str) -> str:
    """Return the grams and words of `text`, each written in a to z, with blanks between."""
    words = (_word(token) for token in words_of(text[:MOST_CHARACTERS]))
    return " ".join([*_grams(letters_of(text[:MOST_CHARACTERS])[:MOST_GRAMS]), *words])


def parts_of(query: str) -> list[Part]:
    """Return the pieces of what somebody typed that hold a letter or digit; none where there is nothing to look for."""
    parts = (_part(piece, tuple(map(_word, words_of(piece)))) for piece in pieces_of(query))
    return [part for part in parts if part.grams]


def pieces_of(query: str) -> list[str]:
    """Return what stands between the blanks of `query`, with letters and marks in their right order."""
    return normalise(query[: 2 * MOST_ASKED])[:MOST_ASKED].split()[:MOST_PARTS]


def words_of(text: str) -> list[str]:
    """Return the words of `text` by the plain dictionary: the office's own words come and go, entries stay."""
    return tokens_of(text, _NO_WORDS)


def phrase_of(query: str) -> list[Part]:
    """Return `query` as one piece, whose letters must stand together: blanks and punctuation apart."""
    part = _part(query[:MOST_ASKED])
    return [part] if part.grams else []


def _part(piece: str, words: tuple[str, ...] = ()) -> Part:
    letters = letters_of(piece)
    if len(letters) < GRAM:
        return Part(tuple(_grams(letters)[:1]), is_short=True, words=words)
    return Part(tuple(_grams(letters)[: 1 - GRAM]), is_short=False, words=words)


def _grams(letters: str) -> list[str]:
    written = [letter.translate(_WRITTEN) for letter in letters]
    return ["g" + "".join(written[start : start + GRAM]) for start in range(len(written))]


def _word(token: str) -> str:
    return "w" + token.translate(_WRITTEN)


class _Written(dict[int, str]):
    """A letter's number to how it is written; no letter is written as another begins."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        if "\u0e00" <= character <= "\u0e5f":
            written = f"{point - 0x0E00:02x}".translate(_HEX)
        elif character.isascii() and character.isalpha():
            written = "y" + character
        elif character.isascii() and character.isdecimal():
            written = f"z{character}".translate(_HEX)
        else:
            written = "x" + f"{point:06x}".translate(_HEX)
        self[point] = written
        return written


_WRITTEN: Final = _Written()
