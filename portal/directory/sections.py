"""What the home page shows of all plugins' pages: the newest, the most used, and the ways to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from portal.content.models import LEVELS
from search.reading import readable_pages

from . import counts
from .entries import most_used, newest

if TYPE_CHECKING:
    from django.http import HttpRequest

NEWEST: Final = 5


def what_is_new(request: HttpRequest) -> dict[str, Any] | None:
    """The newest pages beside the most used and the grade levels; None while nothing is published."""
    pages = readable_pages()
    entries = newest(pages, request, NEWEST)
    if not entries:
        return None
    every = pages.exclude(levels=[]).order_by().values_list("levels", flat=True).distinct()
    used = {level for levels in every for level in levels}
    levels = [(key, label) for key, label in LEVELS if key in used]
    return {"entries": entries, "most_used": most_used(pages, request), "levels": levels}


def by_area(request: HttpRequest) -> dict[str, Any] | None:
    """The learning areas with their counts; None while none has a page."""
    areas = counts.areas()
    return {"areas": areas} if any(one.count for one in areas) else None


def by_network(request: HttpRequest) -> dict[str, Any] | None:
    """The networks with their counts; None while none has a page."""
    networks = counts.networks()
    return {"networks": networks} if any(one.count for one in networks) else None
