"""What the office recommends for a question: Wagtail's promoted results, found however the question is spelt."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from django.db.models import Q
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page, PageQuerySet

from portal.content.published import published
from portal.thai.words import key_of, tokens_of

from . import lexicon
from .documents import Recommendation
from .lexicon import Lexicon
from .understanding.syntax import take_apart

MOST: Final = 5
_WEB: Final = ("http://", "https://")


def recommended_for(text: str, known: Lexicon | None = None) -> tuple[Recommendation, ...]:
    """What is recommended for exactly this question, in the editors' order; for most questions nothing, in one query.

    Blanks, dots, case and digits make no difference, and an abbreviation is the same as its full form."""
    written = take_apart(text)
    if written.excluded or written.groups:
        return ()
    known = known or lexicon.current()
    wanted = _letters(text, known)
    if not wanted:
        return ()
    promoted = SearchPromotion.objects.order_by().values_list("query", "query__query_string").distinct()
    queries = [query for query, question in promoted if _letters(question, known) == wanted]
    return tuple(dict.fromkeys(_shown(queries)))[:MOST] if queries else ()


def readable_pages() -> PageQuerySet:
    """Pages that every visitor may read now."""
    pages: PageQuerySet = published(Page.objects.all()).public()
    return pages.exclude(knowledgepage__withdrawn_at__isnull=False)


def _shown(queries: list[int]) -> Iterator[Recommendation]:
    readable = Q(page__in=readable_pages().values("pk"))
    chosen = SearchPromotion.objects.filter(readable | Q(page=None), query__in=queries)
    for one in chosen.select_related("page").order_by("query", "sort_order"):
        url = _address(one)
        if url and one.title:
            yield Recommendation(one.title, url, one.description)


def _address(promotion: Any) -> str:
    """Today's address; empty for a page of no site, and for a link that is none of the web."""
    if promotion.page:
        return promotion.page.get_url() or ""
    link: str = promotion.external_link_url
    return link if link.startswith(_WEB) else ""


@lru_cache(maxsize=2048)
def _letters(question: str, known: Lexicon) -> str:
    full_forms = _full_forms(known)
    return "".join(full_forms.get(token, token) for token in tokens_of(question, known.vocabulary))


@lru_cache(maxsize=2)
def _full_forms(known: Lexicon) -> dict[str, str]:
    return {key_of(short): "".join(tokens_of(full, known.vocabulary)) for short, full in known.abbreviations}
