"""Spreadsheets read some words as formulas; what people typed stays words in every list that the admin exports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def install() -> None:
    """For CSV only: in an XLSX file Wagtail says of each cell that it is text."""
    of_text = {SpreadsheetExportMixin.FORMAT_CSV: as_words}
    SpreadsheetExportMixin.custom_value_preprocess = {**SpreadsheetExportMixin.custom_value_preprocess, str: of_text}


def as_words(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would calculate it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


class ThaiSpreadsheetMixin:
    """For a report before Wagtail's: its CSV begins with the mark by which spreadsheets know that it is UTF-8."""

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        """The mark, then what Wagtail writes."""
        yield "\ufeff".encode()
        yield from super().stream_csv(queryset)  # type: ignore[misc]
