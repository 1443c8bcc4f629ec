"""Pages as lists show them: kind, title, summary, and what they belong to, each a link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from search.belonging import Belonging, belonging_of

from .shelves import sources_by_type

if TYPE_CHECKING:
    import datetime

    from django.http import HttpRequest
    from django.utils.functional import Promise

    from portal.content.models import KnowledgePage
    from portal.content.models.page import KnowledgeQuerySet

NEWEST: Final = 10
MOST_USED: Final = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in a list."""

    title: str
    url: str
    summary: str
    kind_label: str | Promise
    icon: str
    date: datetime.datetime | None
    belonging: Belonging = Belonging()


def newest(pages: KnowledgeQuerySet, request: HttpRequest | None, size: int = NEWEST) -> list[Entry]:
    """The pages published last."""
    return entries(newest_first(pages)[:size], request)


def newest_first(pages: KnowledgeQuerySet) -> KnowledgeQuerySet:
    """In the order of first publication."""
    return pages.order_by("-first_published_at", "-pk")


def most_used(pages: KnowledgeQuerySet, request: HttpRequest | None, size: int = MOST_USED) -> list[Entry]:
    """The pages used in class most often; none that nobody used."""
    used = pages.filter(reach__uses__gt=0).order_by("-reach__uses", "-reach__views", "-pk")
    return entries(used[:size], request)


def entries(pages: Iterable[KnowledgePage], request: HttpRequest | None) -> list[Entry]:
    """These pages, with a few more queries for all of them; without a request their addresses are absolute."""
    shown = list(pages)
    belonging = belonging_of([page.pk for page in shown])
    sources = sources_by_type()
    return [
        Entry(
            page.title,
            (page.get_url(request) if request else page.full_url) or "",
            page.summary,
            sources[page.content_type_id].label,
            sources[page.content_type_id].icon,
            page.first_published_at,
            belonging.get(page.pk, Belonging()),
        )
        for page in shown
    ]
