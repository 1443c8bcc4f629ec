"""The order by use: an engine says what matches, the database how often it was used in class and read."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from django.db.models.functions import Coalesce

from portal.content.models import KnowledgePage

from .tree import Every, Match

if TYPE_CHECKING:
    from .backends import SearchBackend
    from .tree import Answer, Question


def search_in_order(backend: SearchBackend, question: Question) -> Answer:
    """Answer a question in any order, also in that by use, which no engine knows. Raises `SearchUnavailable`."""
    if question.sort != "used":
        return backend.search(question)
    answer = backend.search(replace(question, sort="date", start=0, size=0))
    matching = frozenset(backend.matching(question.tree or Every(), question.chosen)) if answer.total else frozenset()
    pages = list(islice(_most_used_of(matching), question.start, question.start + question.size))
    texts = backend.stored(pages) if question.wants_text else {}
    return replace(answer, matches=tuple(Match(page, 0.0, texts.get(page)) for page in pages))


def _most_used_of(matching: Container[int]) -> Iterator[int]:
    """Used in class most often first, then read most often, then the newest."""
    ranked = KnowledgePage.objects.order_by(
        Coalesce("reach__uses", 0).desc(), Coalesce("reach__views", 0).desc(), "-first_published_at", "-pk"
    )
    return (page for page in ranked.values_list("pk", flat=True).iterator() if page in matching)
