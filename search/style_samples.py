"""What the search shows of itself on the page of all components: a real question and its answer."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from portal.content.style_sample import StyleSample

from . import answering
from .backends import SearchUnavailable
from .belonging import with_belonging
from .forms import read
from .links import front_door
from .presenting import present

QUESTION = "q=การนิเทศ&kind=process&kind=manual"
SHEET = ("portal/css/search.css",)


def samples(request: HttpRequest) -> list[StyleSample]:
    """Filters, chosen filters and results; nothing while the engine does not answer."""
    door = front_door()
    query = door.entered(read(QueryDict(QUESTION)).query)
    try:
        results = answering.answer(query)
    except SearchUnavailable:
        return []
    context = {
        "query": query.text,
        "asked": query,
        "results": results,
        "entries": with_belonging(results.hits),
        "shown": present(query, results, door),
    }
    return [
        StyleSample(_("Filters"), "search/filters.html", context, SHEET, "div.facets"),
        StyleSample(_("Chosen filters"), "search/chips.html", context, SHEET),
        StyleSample(_("Search results"), "search/found.html", context, SHEET),
        StyleSample(_("Nothing found"), "search/nothing.html", context, SHEET),
    ]
