"""Finds words in titles and summaries, in the portal's own database: exact and simple, for small portals."""

from __future__ import annotations

from functools import reduce
from math import ceil
from operator import and_
from typing import TYPE_CHECKING

from django.db import DatabaseError
from django.db.models import Q
from django.utils.translation import gettext as _

from portal.content.models import KnowledgePage
from portal.plugins.registry import search_sources
from portal.thai.normalise import normalise
from portal.thai.segment import words
from search.documents import Hit, Results

from .base import SearchBackend, SearchUnavailable

if TYPE_CHECKING:
    from django.db.models import Model
    from wagtail.models import PageQuerySet

    from portal.plugins import SearchSource
    from search.documents import SearchQuery

MOST_WORDS = 12


class DatabaseBackend(SearchBackend):
    """Every word of the question has to stand in the title or the summary; the newest page comes first."""

    def search(self, query: SearchQuery) -> Results:
        """Answer from today's readable pages."""
        asked = [word for word in words(normalise(query.text)) if not word.isspace()][:MOST_WORDS]
        if not asked:
            return Results()
        sources = {source.model: source for source in search_sources()}
        try:
            found = self._matching(
                asked, [model for model, one in sources.items() if not query.kinds or one.kind in query.kinds]
            )
            total = found.count()
            pages = max(1, ceil(total / query.size))
            page = min(max(query.page, 1), pages)
            shown = found.specific()[(page - 1) * query.size : page * query.size]
            hits = tuple(self._hit(one, sources[type(one)]) for one in shown)
        except DatabaseError as error:
            raise SearchUnavailable(_("The database does not answer.")) from error
        return Results(hits, total, page, pages)

    def check(self) -> None:
        """One small question to the database."""
        try:
            KnowledgePage.objects.exists()
        except DatabaseError as error:
            raise SearchUnavailable(_("The database does not answer.")) from error

    @staticmethod
    def _matching(asked: list[str], models: list[type[Model]]) -> PageQuerySet:
        wanted = reduce(and_, (Q(title__icontains=word) | Q(summary__icontains=word) for word in asked))
        pages = KnowledgePage.objects.readable().filter(wanted)
        return pages.exact_type(*models).order_by("-first_published_at", "-pk") if models else pages.none()

    @staticmethod
    def _hit(page: KnowledgePage, source: SearchSource) -> Hit:
        return Hit(page.title, page.get_url() or "", source.kind, source.label, source.icon, page.summary)
