"""The words that pages really hold, kept in the memory of each process and read again when they changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Final

from portal.thai.normalise import fold
from portal.thai.spelling import without_tones
from portal.thai.words import key_of

from .known_words import KnownWords
from .models import IndexedWord

if TYPE_CHECKING:
    from .lexicon import Lexicon

MOST_WORDS: Final = 300_000  # about 300 bytes each
FRESH: Final = 60.0  # seconds until words that left the table are noticed; new ones are read at once


class _Memory:
    """What this process knows: shared by its threads, read again when the table changed."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.indexed = KnownWords()
        self.last: tuple[int, str] | None = None  # key and word of the newest row that was read
        self.rows = 0  # that were read
        self.counted_at = 0.0
        self.taught: tuple[Lexicon | None, KnownWords] = None, KnownWords()


@dataclass(frozen=True, slots=True)
class _Instead:
    """Words of another index, and the same by what they are without tone marks."""

    words: KnownWords
    by_bare: Mapping[str, Sequence[str]]


_memory = _Memory()
_instead: ContextVar[_Instead | None] = ContextVar("search_words_instead", default=None)


def indexed_words() -> KnownWords:
    """The words of the index; costs one small query, and where words came, reading those.

    Nobody waits while another thread reads: what was known before is good enough."""
    if (instead := _instead.get()) is not None:
        return instead.words
    if _memory.lock.acquire(blocking=False):
        try:
            newest = IndexedWord.objects.order_by("-pk").values_list("pk", "word").first()
            if newest != _memory.last:
                _read(newest)
            elif monotonic() - _memory.counted_at > FRESH:
                _memory.counted_at = monotonic()
                if IndexedWord.objects.count() != _memory.rows:
                    _read_all(newest)
        finally:
            _memory.lock.release()
    return _memory.indexed


def spellings_without_tones(bare: Collection[str], limit: int) -> list[tuple[str, str]]:
    """Words of the index that are these without their tone marks, as (word, without)."""
    if (instead := _instead.get()) is not None:
        return [(word, one) for one in bare for word in instead.by_bare.get(one, ())][:limit]
    return list(IndexedWord.objects.filter(bare__in=bare).values_list("word", "bare")[:limit])


@contextmanager
def in_place_of_the_index(words: KnownWords) -> Iterator[None]:
    """Inside, these are the words of the index: for an index that is not the portal's own."""
    by_bare: dict[str, list[str]] = {}
    for word in sorted(words.words):
        by_bare.setdefault(without_tones(word), []).append(word)
    token = _instead.set(_Instead(words, by_bare))
    try:
        yield
    finally:
        _instead.reset(token)


def taught_words(lexicon: Lexicon) -> KnownWords:
    """The abbreviations and synonyms of the office: words to search for though no page may hold them."""
    taught_by, taught = _memory.taught
    if taught_by is not lexicon:
        shorts = (key_of(short) for short, _full in lexicon.abbreviations)
        members = (fold(member) for group in lexicon.synonyms for member in group)
        taught = KnownWords([*shorts, *members])
        _memory.taught = lexicon, taught
    return taught


def _read(newest: tuple[int, str] | None) -> None:
    last = _memory.last
    if last is None or not IndexedWord.objects.filter(pk=last[0], word=last[1]).exists():
        _read_all(newest)
        return
    new = list(IndexedWord.objects.filter(pk__gt=last[0]).order_by("pk").values_list("word", flat=True))
    _memory.indexed.add(new[: max(0, MOST_WORDS - _memory.rows)])
    _memory.last, _memory.rows = newest, _memory.rows + len(new)


def _read_all(newest: tuple[int, str] | None) -> None:
    words = IndexedWord.objects.order_by("pk").values_list("word", flat=True)[:MOST_WORDS]
    _memory.indexed = KnownWords(words.iterator())
    _memory.last, _memory.rows, _memory.counted_at = newest, IndexedWord.objects.count(), monotonic()
