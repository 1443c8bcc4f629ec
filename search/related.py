"""Pages like a page, from the words that the index holds of it."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from django.core.cache import cache as memory

from portal.content.models import KnowledgePage
from portal.thai.words import key_of

from .analysis import JOINT
from .backends import SearchUnavailable, get_backend
from .tree import Either, Question, Term

if TYPE_CHECKING:
    from .tree import Node, StoredText

logger = logging.getLogger(__name__)

_WORDS: Final = 25  # of the text; more cost time and add little
_SHORTEST: Final = 3  # letters
_TITLE_WEIGHT: Final = 2.0
_RESTING: Final = "search.related.resting"
_REST: Final = 30  # seconds without asking an engine that did not answer: its silence would hold up every page
_LEAST: Final = 4  # a page that shares every fourth word is like it, one that shares a word is not


def related_to(page: KnowledgePage, size: int = 4) -> list[KnowledgePage]:
    """Readable pages about the same, the likest first; without the page itself, what is above and what is below it.

    Empty when the page is not indexed or the engine does not answer: the page itself is worth showing all the same."""
    if memory.get(_RESTING):
        return []
    try:
        ranks = _ranks(page.pk, size * 3 + 1)
    except SearchUnavailable as error:
        logger.warning("No related pages are shown for %s seconds: %s", _REST, error)
        memory.set(_RESTING, True, _REST)
        return []
    readable = KnowledgePage.objects.readable().filter(pk__in=ranks) if ranks else ()
    others = [one for one in readable if not _is_of_one_branch(one.path, page.path)]
    return sorted(others, key=lambda one: ranks[one.pk])[:size]


def _ranks(page: int, size: int) -> dict[int, int]:
    """The keys of pages like a page -> their place."""
    backend = get_backend()
    stored = backend.stored([page]).get(page)
    tree = _like(stored) if stored else None
    found = backend.search(Question(tree, size=size)).matches if tree else ()
    return {match.page: rank for rank, match in enumerate(found) if match.page != page}


def _like(text: StoredText) -> Node | None:
    title = dict.fromkeys(_telling(text.title.split(JOINT)))
    by_frequency = (word for word, _times in Counter(text.body.split(JOINT)).most_common())
    body = dict.fromkeys([*title, *islice(_telling(by_frequency), _WORDS)])
    terms = [*(Term("title", token, _TITLE_WEIGHT) for token in title), *(Term("body", token) for token in body)]
    return Either(tuple(terms), least=max(1, len(terms) // _LEAST)) if terms else None


def _telling(words: Iterable[str]) -> Iterator[str]:
    """The words that say what a text is about, as tokens."""
    for word in words:
        if len(word) >= _SHORTEST and (token := key_of(word)) not in _stop_words() and len(token) >= _SHORTEST:
            yield token


def _is_of_one_branch(path: str, other: str) -> bool:
    return path.startswith(other) or other.startswith(path)


@cache
def _stop_words() -> frozenset[str]:
    from pythainlp.corpus import thai_stopwords

    return thai_stopwords()
