"""What the home page shows of all plugins' pages: the newest, the most used, and the ways to the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from portal.content.models import LEVELS
from search.reading import readable_pages

from . import counts
from .entries import entries, most_used, newest_first

if TYPE_CHECKING:
    from django.http import HttpRequest

    from portal.content.models import KnowledgePage

NEWEST: Final = 5
LOOKED_AT: Final = 40
OF_A_KIND: Final = 2  # first: a manual that is imported with all its parts must not be all that is new


def what_is_new(request: HttpRequest) -> dict[str, Any] | None:
    """The newest pages beside the most used and the grade levels; None while nothing is published."""
    pages = readable_pages()
    found = _of_many_kinds(list(newest_first(pages)[:LOOKED_AT]))
    if not found:
        return None
    every = pages.exclude(levels=[]).order_by().values_list("levels", flat=True).distinct()
    used = {level for levels in every for level in levels}
    levels = [(key, label) for key, label in LEVELS if key in used]
    return {"entries": entries(found, request), "most_used": most_used(pages, request), "levels": levels}


def by_area(request: HttpRequest) -> dict[str, Any] | None:
    """The learning areas with their counts; None while none has a page."""
    areas = counts.areas()
    return {"areas": areas} if any(one.count for one in areas) else None


def by_network(request: HttpRequest) -> dict[str, Any] | None:
    """The networks with their counts; None while none has a page."""
    networks = counts.networks()
    return {"networks": networks} if any(one.count for one in networks) else None


def _of_many_kinds(pages: list[KnowledgePage]) -> list[KnowledgePage]:
    """The newest, at most two of a kind while there are others; in their order."""
    seen: Counter[int] = Counter()
    first, others = [], []
    for page in pages:
        seen[page.content_type_id] += 1
        (first if seen[page.content_type_id] <= OF_A_KIND else others).append(page)
    kept = {page.pk for page in [*first, *others][:NEWEST]}
    return [page for page in pages if page.pk in kept]
