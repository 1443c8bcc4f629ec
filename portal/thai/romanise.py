"""Thai in Latin letters after the Royal Institute's general system, and the addresses and file names made of it."""

import re
import unicodedata
from collections.abc import Callable, Container
from functools import lru_cache
from pathlib import PurePath
from typing import Final

from portal.thai.digits import to_arabic
from portal.thai.normalise import normalise
from portal.thai.segment import words

_THAI: Final = re.compile("[ก-๎]")
_NOT_SLUG: Final = re.compile("[^a-z0-9]+")
_FEW_LETTERS: Final = 2


def romanise(text: str) -> str:
    """Return `text` in ASCII letters, its words apart; what has no Latin counterpart is left out."""
    tokens = [_romanise_token(token) for token in words(to_arabic(normalise(text)))]
    return " ".join(" ".join(tokens).split())


def slug(text: str, fallback: str = "page", max_length: int = 80) -> str:
    """Return a readable address for `text`: lower-case ASCII words with hyphens, cut between words.

    `fallback` is returned when no letter or digit is left.
    """
    found = _NOT_SLUG.sub("-", romanise(text[: max_length * 4]).lower()).strip("-")
    if len(found) > max_length:
        head = found[: max_length + 1].rpartition("-")[0]
        found = head or found[:max_length]
    return found or fallback


def unique_slug(
    text: str, taken: Callable[[str], bool] | Container[str], fallback: str = "page", max_length: int = 80
) -> str:
    """Return `slug(text)`, with -2, -3 ... when `taken` (a question or a collection) has it already."""
    is_taken = taken if callable(taken) else taken.__contains__
    candidate = base = slug(text, fallback, max_length)
    number = 2
    while is_taken(candidate):
        ending = f"-{number}"
        candidate = base[: max_length - len(ending)].rstrip("-") + ending
        number += 1
    return candidate


class AnchorMaker:
    """Names for the headings of one page: each only once, the same for the same headings in the same order."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def __call__(self, heading: str) -> str:
        anchor = unique_slug(heading, self._given, fallback="section", max_length=60)
        self._given.add(anchor)
        return anchor


def file_name(name: str) -> str:
    """Return a safe ASCII name for an uploaded file, its extension kept: `baepfom-thi-1-nam.pdf`."""
    path = PurePath(name.replace("\\", "/").replace("\x00", ""))
    extension = _NOT_SLUG.sub("", path.suffix.lower())[:10]
    stem = slug(path.stem, fallback="file")
    return f"{stem}.{extension}" if extension else stem


def _romanise_token(token: str) -> str:
    if _THAI.search(token):
        return _romanise_word(token)
    return unicodedata.normalize("NFKD", token).encode("ascii", "ignore").decode()


@lru_cache(maxsize=4096)
def _romanise_word(word: str) -> str:
    from pythainlp.transliterate import romanize

    latin = romanize(word, engine="royin")
    return re.sub("[^A-Za-z]", "", latin)
