"""Tables as CSV files that open rightly in a spreadsheet: UTF-8 with its mark, and no cell that is calculated."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.exports import as_words

from .counts import Table
from .matrix import Matrix


def csv_response(name: str, rows: Iterable[Iterable[object]]) -> HttpResponse:
    """A download; texts that a spreadsheet would take for a formula stay words."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(response)
    for row in rows:
        writer.writerow([as_words(cell) if isinstance(cell, str) else cell for cell in row])
    return response


def table_rows(table: Table, year: str) -> Iterator[list[object]]:
    """Heading and values."""
    with_year = any(row.of_year for row in table.rows)
    beside = [f"{pgettext('column', 'Year')} {year}"] if with_year else []
    yield [str(table.label), _("Published"), *beside]
    for row in table.rows:
        yield [row.label, row.every.total, *([row.of_year.total] if row.of_year else [])]


def matrix_rows(matrix: Matrix, total: int) -> Iterator[list[object]]:
    """The matrix with its last row and column, which count each page once."""
    yield [_("Learning area"), *(network.label for network in matrix.networks), _("All")]
    for area, cells in matrix.lines:
        yield [area.label, *(cell.number.total for cell in cells), area.every.total]
    yield [_("All"), *(network.every.total for network in matrix.networks), total]
