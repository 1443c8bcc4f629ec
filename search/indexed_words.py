"""The registry of the words that the index holds: what a misspelt question may have meant. Numbers are not in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar

from django.db import transaction

from portal.thai.marks import TONES
from portal.thai.words import key_of

from .analysis import JOINT
from .cutting import spelt_words
from .models import IndexedWord

if TYPE_CHECKING:
    from .backends import SearchBackend
    from .tree import StoredText

Item = TypeVar("Item", int, str)

_TONELESS: Final = str.maketrans("", "", TONES)
_AT_ONCE: Final = 500


def words_shown(texts: Iterable[StoredText]) -> set[str]:
    """The words of what is stored of pages; a few that were never indexed may be among them."""
    shown = {
        word
        for text in texts
        for part in (text.title, text.body, *(words for file in text.files for words in (file.title, file.words)))
        for word in part.split(JOINT)
    }
    shorts = (key_of(word) for word in shown if "." in word)
    return spelt_words([*(word.casefold() for word in shown), *shorts])


def remember(words: Collection[str]) -> None:
    """Add words that the index holds from now on."""
    for some in _portions(sorted(words)):
        known = set(IndexedWord.objects.filter(word__in=some).values_list("word", flat=True))
        IndexedWord.objects.bulk_create(
            [_row(word) for word in some if word not in known], batch_size=_AT_ONCE, ignore_conflicts=True
        )


def forget(words: Collection[str], backend: SearchBackend) -> None:
    """Drop those of `words` that no page holds any more: nobody may be asked whether they meant a secret."""
    for some in _portions(sorted(words)):
        known = list(IndexedWord.objects.filter(word__in=some).values_list("word", flat=True))
        gone = [word for word, pages in backend.count_words(known).items() if not pages] if known else []
        IndexedWord.objects.filter(word__in=gone).delete()


def replace(words: set[str]) -> None:
    """Keep these words and no others, as after a rebuild."""
    known: Mapping[str, int] = dict(IndexedWord.objects.values_list("word", "pk"))
    with transaction.atomic():
        for some in _portions([pk for word, pk in known.items() if word not in words]):
            IndexedWord.objects.filter(pk__in=some).delete()
        new = (_row(word) for word in sorted(words) if word not in known)
        IndexedWord.objects.bulk_create(new, batch_size=_AT_ONCE, ignore_conflicts=True)


def _row(word: str) -> IndexedWord:
    return IndexedWord(word=word, bare=word.translate(_TONELESS))


def _portions(items: list[Item]) -> Iterable[list[Item]]:
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))
