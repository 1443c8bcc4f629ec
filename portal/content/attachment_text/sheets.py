"""Rows of an Excel file, sheet by sheet, as one reads them on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from portal.thai.dates import format_date, format_time

from .office_xml import read_office
from .values import Kind


def read_sheets(path: Path) -> Iterator[str]:
    """Yield the names of the sheets that are shown and their rows, cells apart by tabs; then what drawings say."""
    from openpyxl import load_workbook  # slow to load, and few files need it

    workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in workbook.worksheets:
            if sheet.sheet_state != "visible":
                continue
            yield sheet.title
            sheet.reset_dimensions()  # what a file says of its size may be wrong
            for row in sheet.iter_rows(values_only=True):
                # An empty line too: the reader counts its time by lines.
                yield "\t".join(shown for value in row if (shown := _shown(value)))
    finally:
        workbook.close()
    yield from read_office(path, Kind.SHEET)


def _shown(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime):
        return format_date(value.date())
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, time):
        return format_time(value)
    if isinstance(value, float):
        return f"{value:.10g}"
    return str(value).strip()
