"""What the office taught the search, in memory: read once, read again when a registry changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from asgiref.local import Local

from portal.thai.words import Vocabulary, key_of

from .models import Abbreviation, DictionaryWord, LexiconState, SynonymGroup

SHORTEST_WORD: Final = 3  # letters of an abbreviation that may be found inside a run of Thai letters


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity, so that it can key a cache
class Lexicon:
    """`abbreviations` as (short, full), `synonyms` as groups of words or phrases, `vocabulary` for cutting text."""

    abbreviations: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)


_memory = Local()  # .version, .lexicon: of this thread


def current() -> Lexicon:
    """The lexicon as it stands now; costs one small query."""
    version = LexiconState.objects.values_list("version", flat=True).first() or 0
    if getattr(_memory, "version", None) != version:
        _memory.lexicon, _memory.version = _read(), version
    lexicon: Lexicon = _memory.lexicon
    return lexicon


def lexicon_of(
    abbreviations: Iterable[tuple[str, str]], synonyms: Iterable[tuple[str, ...]], words: Iterable[str]
) -> Lexicon:
    """A lexicon of given registries; abbreviations of three letters and more are words of the dictionary too."""
    pairs = tuple(abbreviations)
    keys = (key_of(short) for short, _full in pairs)
    known = frozenset(words) | {key for key in keys if len(key) >= SHORTEST_WORD}
    return Lexicon(pairs, tuple(synonyms), Vocabulary(known, frozenset(short for short, _full in pairs)))


def _read() -> Lexicon:
    return lexicon_of(
        Abbreviation.objects.values_list("short", "full"),
        [group.members for group in SynonymGroup.objects.all()],
        DictionaryWord.objects.values_list("word", flat=True),
    )
