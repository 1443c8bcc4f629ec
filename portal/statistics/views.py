"""The overview of the district: what is published, by area, network, level, year and kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from portal.caching.marks import keep_with_query
from portal.content.models import School
from portal.plugins.registry import search_sources
from search.backends import SearchUnavailable
from search.forms import is_understood, read
from search.reading import readable_pages

from .counts import AREA, FILTERS, KIND, NETWORK, SCHOOL, TABLES, YEAR, Number, Selection, Table, selection_of, tables
from .matrix import Matrix, matrix
from .periods import ACADEMIC, period_of
from .sheets import csv_response, matrix_rows, table_rows

MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page shows; `year` is counted beside the whole where no year was chosen."""

    selection: Selection
    every: Number
    schools: int
    tables: dict[str, Table]
    years: tuple[str, ...]
    year: str
    of_year: Number | None

    @property
    def matrix(self) -> Matrix:
        """Learning areas by networks."""
        return matrix(self.selection, self.tables[AREA], self.tables[NETWORK])

    @property
    def filters(self) -> list[tuple[str, str]]:
        """The choices as they stand in an address."""
        return [(name, key) for name in FILTERS for key in sorted(self.selection.keys(name))]


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """`/overview/?kind=…&academic_year=…`; 503 while the search does not answer."""
    try:
        shown = shown_overview(selection_of(read(request.GET).query))
    except SearchUnavailable:
        return render(request, "statistics/overview.html", {"is_down": True}, status=503)
    response = render(request, "statistics/overview.html", shown)
    return keep_with_query(response) if is_understood(request.GET) else response


def shown_overview(selection: Selection) -> dict[str, Any]:
    """What the overview shows of a selection; `SearchUnavailable` while the search does not answer."""
    return _context(_overview(selection))


@require_safe
def overview_csv(request: HttpRequest, table: str) -> HttpResponse:
    """One table of the overview, filtered alike."""
    if table not in (*TABLES, MATRIX):
        raise Http404
    try:
        found = _overview(selection_of(read(request.GET).query))
        if table == MATRIX:
            rows = matrix_rows(found.matrix, found.every.total)
        else:
            rows = table_rows(found.tables[table], found.year)
        return csv_response(f"overview-{table}", rows)
    except SearchUnavailable:
        return HttpResponse(status=503, headers={"Retry-After": "300"})


def _overview(selection: Selection) -> Overview:
    answer = selection.ask((*TABLES, SCHOOL))
    year = "" if selection.keys(YEAR) else str(period_of(timezone.localdate(), ACADEMIC).year)
    made = {table.name: table for table in tables(selection, answer.counts, year)}
    of_year = selection.number(answer.counts[YEAR].get(year, 0), academic_year=year) if year else None
    schools = len(answer.counts[SCHOOL])
    years = tuple(sorted(answer.counts[YEAR], reverse=True))
    return Overview(selection, selection.number(answer.total), schools, made, years, year, of_year)


def _context(found: Overview) -> dict[str, Any]:
    query = f"?{urlencode(found.filters)}" if found.filters else ""
    return {
        "overview": found,
        "matrix": found.matrix,
        "tables": [(table, reverse("overview_csv", args=[table.name]) + query) for table in found.tables.values()],
        "matrix_csv": reverse("overview_csv", args=[MATRIX]) + query,
        "schools": School.objects.count(),
        "uses": _uses(found.selection),
        "kinds": _kinds(found.selection),
        "years": [(year, year in found.selection.keys(YEAR)) for year in found.years],
        "today": timezone.localdate(),
    }


def _kinds(selection: Selection) -> list[tuple[str, Any, bool]]:
    return [(source.kind, source.label, source.kind in selection.keys(KIND)) for source in search_sources()]


def _uses(selection: Selection) -> int:
    """How often teachers said that they used one of these pages."""
    pages = readable_pages()
    if kinds := selection.keys(KIND):
        models = [source.model for source in search_sources() if source.kind in kinds]
        pages = pages.filter(content_type__in=ContentType.objects.get_for_models(*models).values())
    if years := selection.keys(YEAR):
        pages = pages.filter(academic_year__in=years)
    return pages.aggregate(uses=Sum("reach__uses"))["uses"] or 0
