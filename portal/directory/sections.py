"""What the home page shows of all plugins' pages: the newest, the most used, and the ways to the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from django.utils.timezone import localtime
from wagtail.models import Page

from portal.content.models import LEVELS
from search.reading import readable_pages

from . import counts
from .entries import entries, most_used, newest_first

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.http import HttpRequest

NEWEST: Final = 5
LOOKED_AT: Final = 300
MOST_NETWORKS: Final = 30
OF_A_KIND: Final = 2  # first, while there are others
_Row: TypeAlias = "tuple[int, str, int, datetime | None]"  # key, path, kind, first published


def what_is_new(request: HttpRequest) -> dict[str, Any] | None:
    """The newest pages beside the most used and the grade levels; None while nothing is published."""
    pages = readable_pages()
    newest = newest_first(pages).values_list("pk", "path", "content_type_id", "first_published_at")[:LOOKED_AT]
    shown = _of_many_kinds(_without_parts(list(newest)))
    if not shown:
        return None
    found = newest_first(pages.filter(pk__in=shown))
    every = pages.exclude(levels=[]).order_by().values_list("levels", flat=True).distinct()
    used = {level for levels in every for level in levels}
    levels = [(key, label) for key, label in LEVELS if key in used]
    return {"entries": entries(found, request), "most_used": most_used(pages, request), "levels": levels}


def by_area(request: HttpRequest) -> dict[str, Any] | None:
    """The learning areas with their counts; None while none has a page."""
    areas = counts.areas()
    return {"areas": areas} if any(one.count for one in areas) else None


def by_network(request: HttpRequest) -> dict[str, Any] | None:
    """The networks with their counts, of very many those with most pages; None while none has a page."""
    networks = counts.networks()
    if not any(one.count for one in networks):
        return None
    fullest = sorted(networks, key=lambda one: -one.count)[:MOST_NETWORKS]
    return {"networks": [one for one in networks if one in fullest], "is_cut": len(networks) > MOST_NETWORKS}


def _without_parts(rows: Sequence[_Row]) -> list[_Row]:
    """A manual that came with all its chapters is new once; a chapter that came on a later day is news of its own."""
    days = {path: _day(first) for _pk, path, _kind, first in rows}
    kept = []
    for row in rows:
        above = (row[1][:end] for end in range(len(row[1]) - Page.steplen, 0, -Page.steplen))
        if not any(days.get(path) == _day(row[3]) for path in above if path in days):
            kept.append(row)
    return kept


def _of_many_kinds(rows: Sequence[_Row]) -> list[int]:
    """The keys of the newest, at most two of a kind while there are others."""
    seen: Counter[int] = Counter()
    first, others = [], []
    for pk, _path, kind, _first in rows:
        seen[kind] += 1
        (first if seen[kind] <= OF_A_KIND else others).append(pk)
    return [*first, *others][:NEWEST]


def _day(moment: datetime | None) -> date | None:
    return localtime(moment).date() if moment else None
