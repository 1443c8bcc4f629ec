"""Questions typed while the keyboard was set to the other language: dkiobgmL is การนิเทศ, หะำท is stem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from portal.thai.keyboard import to_latin_keys, to_thai_keys
from portal.thai.normalise import fold, normalise
from portal.thai.words import cut, key_of

if TYPE_CHECKING:
    from .respelling import Known

_CHUNKS: Final = re.compile(r"(\s+)")
_THAI: Final = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e.]+")
_THAI_LETTER: Final = re.compile("[\u0e01-\u0e2e]")
_LATIN: Final = re.compile(r"[a-z]{2,}")
_ENGLISH_KEYS: Final = re.compile("[!-~]+")
_SHORTEST: Final = 3
_LONGEST: Final = 60  # letters of a chunk
_MOST_CHUNKS: Final = 30


def retyped(typed: str, known: Known) -> str | None:
    """The question as the other keyboard gives it, chunk by chunk, where that gives words; None where nowhere.

    `typed` is what came from the keyboard, not normalised: that would put the signs of such Thai in another order."""
    chunks = _CHUNKS.split(typed)
    if len(chunks) > 2 * _MOST_CHUNKS:
        return None
    changed = [_other(chunk, known) if chunk.strip() else None for chunk in chunks]
    if not any(changed):
        return None
    return "".join(new or old for new, old in zip(changed, chunks, strict=True))


def _other(chunk: str, known: Known) -> str | None:
    """What was meant by one chunk, its quotation marks kept; None when it seems right as it is."""
    for before, inside, after in _without_quotes(chunk):
        if not _SHORTEST <= len(inside) <= _LONGEST:
            continue
        for meant in _as_thai(inside, known) if _ENGLISH_KEYS.fullmatch(inside) else _as_latin(inside, known):
            return f"{before}{meant}{after}"
    return None


def _without_quotes(chunk: str) -> Iterator[tuple[str, str, str]]:
    yield "", chunk, ""
    if len(chunk) > 2 and (chunk[0] == '"' or chunk[-1] == '"'):
        before, after = '"' * chunk.startswith('"'), '"' * chunk.endswith('"')
        yield before, chunk.strip('"'), after


def _as_thai(typed: str, known: Known) -> Iterator[str]:
    letters = _LATIN.findall(typed.casefold())
    if not letters or all(one in known.indexed.words or one in known.taught.words for one in letters):
        return
    for keys in (typed, typed.swapcase()):  # with the Caps Lock on, letters come with the wrong case
        meant = normalise(to_thai_keys(keys))
        if _THAI.fullmatch(meant) and _is_thai(meant, known):
            yield meant


def _is_thai(meant: str, known: Known) -> bool:
    if meant.endswith(".") and key_of(meant) in map(key_of, known.vocabulary.abbreviations):
        return True
    tokens = [word.shown for word in cut(meant, known.vocabulary)]
    return max(map(len, tokens)) >= _SHORTEST and all(
        len(token) > 1 and (known.is_right(token) or token in known.indexed.words) for token in tokens
    )


def _as_latin(typed: str, known: Known) -> Iterator[str]:
    if not _THAI_LETTER.search(typed) or all(known.is_right(word.shown) for word in cut(typed, known.vocabulary)):
        return
    meant = to_latin_keys(typed)
    words = _LATIN.findall(fold(meant))
    if (
        _ENGLISH_KEYS.fullmatch(meant)
        and len("".join(words)) >= _SHORTEST
        and all(word in known.indexed.words or word in known.taught.words for word in words)
    ):
        yield meant.casefold()
