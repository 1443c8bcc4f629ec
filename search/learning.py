"""Words that the dictionary lacks, learnt from what is published; and what was cut without them, found again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from django.db import transaction

from portal.thai.segment import unknown_words
from portal.thai.words import cluster_runs, key_of

from . import lexicon, outbox
from .models import DictionaryWord
from .models.lexicon import why_no_word
from .tree import Either, Every, Phrase

if TYPE_CHECKING:
    from .backends import SearchBackend
    from .documents import SearchDocument
    from .tree import Node

LONGEST_WORD: Final = 60


def learn(texts: Iterable[str], known: frozenset[str]) -> list[str]:
    """Learn the words of published titles, tags and names that neither the dictionary nor `known` has; return them.

    Pages that hold one were cut in another way until now: they are read again."""
    unknown = learnable(texts, known)
    if not unknown:
        return []
    with transaction.atomic():
        new = DictionaryWord.objects.learn(sorted(unknown))
        outbox.look_for(new)
    return new


def learnable(texts: Iterable[str], known: frozenset[str]) -> set[str]:
    """The words of `texts` that are worth learning."""
    found = {word for text in texts for word in unknown_words(text, known)}
    return {word for word in found if len(word) <= LONGEST_WORD and not why_no_word(word)}


def telling(document: SearchDocument) -> Iterator[str]:
    """What of a page names things: its title, and what is read for its tags, schools and networks."""
    yield document.title
    yield from document.labels


def pages_with(words: Iterable[str], backend: SearchBackend) -> set[int]:
    """The indexed pages in which one of these words stands, however it was cut."""
    trees = [tree for word in words if (tree := _standing(word)) is not None]
    return {page for tree in trees for page in backend.matching(tree)}


def _standing(word: str) -> Node | None:
    """The word as it is written, and the short forms that are spelt like it, with their dots and blanks."""
    shorts = (short for short, _full in lexicon.current().abbreviations if key_of(short) == word)
    spellings = {tuple(map(tuple, cluster_runs(text))): None for text in (word, *shorts)}
    trees = [Every(tuple(Phrase("clusters", run) for run in runs)) for runs in spellings if runs]
    return Either(tuple(trees)) if trees else None
