"""What the overview shows of itself on the page of all components: its tables as they are today."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from portal.content.style_sample import StyleSample
from search.backends import SearchUnavailable
from search.forms import read

from .counts import selection_of
from .views import shown_overview

SHEET = ("portal/css/statistics.css",)


def samples(request: HttpRequest) -> list[StyleSample]:
    """A table with drawn bars, and the matrix; nothing while the search does not answer."""
    try:
        context = shown_overview(selection_of(read(QueryDict("")).query))
    except SearchUnavailable:
        return []
    table, csv = context["tables"][0]
    return [
        StyleSample(_("Table with bars"), "statistics/table.html", {**context, "table": table, "csv": csv}, SHEET),
        StyleSample(_("Areas by networks"), "statistics/matrix.html", context, SHEET, "div.stat-sects"),
    ]
