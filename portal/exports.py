"""Spreadsheets read some words as formulas; what people typed stays words in every list that the admin exports."""

from __future__ import annotations

from wagtail.admin.views.mixins import SpreadsheetExportMixin

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def install() -> None:
    """For CSV only: in an XLSX file Wagtail says of each cell that it is text."""
    of_text = {SpreadsheetExportMixin.FORMAT_CSV: as_words}
    SpreadsheetExportMixin.custom_value_preprocess = {**SpreadsheetExportMixin.custom_value_preprocess, str: of_text}


def as_words(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would calculate it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
