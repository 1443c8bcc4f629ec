"""Pages as lists show them: kind, title, summary, and what they belong to, each a link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from portal.content.models import LearningArea, LearningAreaTag, PageReach, PageSchool, School

from .shelves import sources_by_type

if TYPE_CHECKING:
    import datetime

    from django.db.models import QuerySet
    from django.http import HttpRequest
    from django.utils.functional import Promise

    from portal.content.models import KnowledgePage
    from portal.content.models.page import KnowledgeQuerySet

NEWEST: Final = 10
MOST_USED: Final = 5
SHOWN_SCHOOLS: Final = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in a list; `uses` is how often it was used in class."""

    title: str
    url: str
    summary: str
    kind_label: str | Promise
    icon: str
    date: datetime.datetime | None
    areas: tuple[LearningArea, ...] = ()
    schools: tuple[School, ...] = ()
    uses: int = 0

    @property
    def shown_schools(self) -> tuple[School, ...]:
        """As many as fit in a line."""
        return self.schools[:SHOWN_SCHOOLS]

    @property
    def more_schools(self) -> int:
        """How many others there are."""
        return len(self.schools) - len(self.shown_schools)


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
    """These pages, with three more queries for all of them; without a request their addresses are absolute."""
    shown = list(pages)
    keys = [page.pk for page in shown]
    areas = _grouped(
        LearningAreaTag.objects.filter(content_object__in=keys).order_by("tag__order"), "tag", "content_object_id"
    )
    schools = _grouped(PageSchool.objects.filter(page__in=keys), "school", "page_id")
    uses = dict(PageReach.objects.filter(page__in=keys).values_list("page", "uses"))
    sources = sources_by_type()
    return [
        Entry(
            page.title,
            (page.get_url(request) if request else page.full_url) or "",
            page.summary,
            sources[page.content_type_id].label,
            sources[page.content_type_id].icon,
            page.first_published_at,
            tuple(areas[page.pk]),
            tuple(schools[page.pk]),
            uses.get(page.pk, 0),
        )
        for page in shown
    ]


def _grouped(rows: QuerySet, what: str, page: str) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows.select_related(what):
        found[getattr(row, page)].append(getattr(row, what))
    return found
