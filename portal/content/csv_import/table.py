"""Bytes of a CSV file as rows under known headings: its encoding and its separator are found out, or it is refused."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from io import StringIO

from django.utils.translation import gettext_lazy as _

from portal.thai.normalise import normalise, squash

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 5000
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


class UnreadableFile(ValueError):
    """The file as a whole cannot be read; the message says what to do."""


def read_table(
    content: bytes, headings: Mapping[str, Sequence[str]]
) -> tuple[set[str], list[tuple[int, dict[str, str]]]]:
    """The columns that the file has, and its rows: number, as spreadsheets count, and cells by column.

    `headings` names each column and how files call it. Blank rows are left out. Raises `UnreadableFile`."""
    known = {squash(wording): column for column, wordings in headings.items() for wording in wordings}
    table = _table(_decode(content), known)
    if len(table) > MOST_ROWS + 1:
        raise UnreadableFile(_("The file has more than %(most)s rows. Divide it.") % {"most": MOST_ROWS})
    columns = _known_headings(table[0][1], known)
    return set(columns), [(number, _cells(cells, columns)) for number, cells in table[1:]]


def _cells(cells: list[str], columns: dict[str, int]) -> dict[str, str]:
    return {column: normalise(cells[place]).strip() if place < len(cells) else "" for column, place in columns.items()}


def _decode(content: bytes) -> str:
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        raise UnreadableFile(_("The file is empty."))
    if len(content) > MOST_BYTES:
        raise UnreadableFile(_("The file is larger than 2 MB. A list of schools is smaller: is it the right file?"))
    if content.startswith(_SPREADSHEETS):
        raise UnreadableFile(
            _("This is a spreadsheet. Open it, choose “Save as” and the type “CSV UTF-8”, then upload that file.")
        )
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return text
    raise UnreadableFile(_("This file cannot be read as text. Save the list as “CSV UTF-8” and upload that file."))


def _encodings(content: bytes) -> tuple[str, ...]:
    """UTF-8 first: Thai in Windows-874 is never valid UTF-8. TIS-620 is a part of Windows-874."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "cp874")


def _table(text: str, known: dict[str, str]) -> list[tuple[int, list[str]]]:
    """Rows with their numbers, under the separator that yields the most known headings; the headings come first."""
    first = next(line for line in text.splitlines() if line.strip())
    try:
        separator = max(",;\t", key=lambda mark: len(_known_headings(next(csv.reader([first], delimiter=mark)), known)))
        every = enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), start=1)
        rows = [(number, cells) for number, cells in every if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise UnreadableFile(
            _("The file breaks the rules of CSV; look for a quotation mark without its partner.")
        ) from error
    if not rows:
        raise UnreadableFile(_("The file is empty."))
    return rows


def _known_headings(cells: list[str], known: dict[str, str]) -> dict[str, int]:
    found = ((known.get(squash(cell)), place) for place, cell in reversed(list(enumerate(cells))))
    return {column: place for column, place in found if column}
