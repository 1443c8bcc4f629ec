"""Bytes of a CSV file to rows: its encoding, its separator and its headings are found out, or the file is refused."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from django.utils.translation import gettext_lazy as _

from portal.thai.digits import to_arabic
from portal.thai.normalise import normalise, squash

from .values import SchoolRow

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 5000
HEADINGS = {
    "code": ("code", "school code", "school_code", "รหัสโรงเรียน", "รหัสสถานศึกษา", "รหัส"),
    "name": ("name", "school", "school name", "ชื่อโรงเรียน", "ชื่อสถานศึกษา", "โรงเรียน"),
    "network": ("network", "school network", "ศูนย์เครือข่าย", "ศูนย์เครือข่ายสถานศึกษา", "ชื่อศูนย์เครือข่าย", "เครือข่าย"),
    "subdistrict": ("subdistrict", "ตำบล", "แขวง"),
}
REQUIRED = ("code", "name", "network")
_KNOWN = {squash(wording): column for column, wordings in HEADINGS.items() for wording in wordings}
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
# Networks are named without these words; files write them or not.
_NETWORK_WORDS = re.compile("^(?:ศูนย์|กลุ่ม)?เครือข่าย(?:สถานศึกษา|โรงเรียน|พัฒนาคุณภาพการศึกษา)?")


class UnreadableFile(ValueError):
    """The file as a whole cannot be read; the message says what to do."""


def read_schools(content: bytes) -> list[SchoolRow]:
    """The rows of the file; blank ones are left out. Raises `UnreadableFile`."""
    table = _table(_decode(content))
    columns = _columns(table[0][1])
    rows = [_row(number, cells, columns) for number, cells in table[1:]]
    if not rows:
        raise UnreadableFile(_("The file has headings but no schools."))
    if len(rows) > MOST_ROWS:
        raise UnreadableFile(_("The file has more than %(most)s rows. Divide it.") % {"most": MOST_ROWS})
    return rows


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


def _table(text: str) -> list[tuple[int, list[str]]]:
    """Rows with their numbers, under the separator that yields the most known headings; the headings come first."""
    first = next(line for line in text.splitlines() if line.strip())
    try:
        separator = max(",;\t", key=lambda mark: len(_known_headings(next(csv.reader([first], delimiter=mark)))))
        every = enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), start=1)
        rows = [(number, cells) for number, cells in every if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise UnreadableFile(
            _("The file breaks the rules of CSV; look for a quotation mark without its partner.")
        ) from error
    if not rows:
        raise UnreadableFile(_("The file is empty."))
    return rows


def _known_headings(cells: list[str]) -> dict[str, int]:
    found = ((_KNOWN.get(squash(cell)), place) for place, cell in reversed(list(enumerate(cells))))
    return {column: place for column, place in found if column}


def _columns(cells: list[str]) -> dict[str, int]:
    columns = _known_headings(cells)
    if missing := [HEADINGS[column][0] for column in REQUIRED if column not in columns]:
        raise UnreadableFile(
            _("The first row must hold the headings code, name, network and subdistrict. Missing: %(columns)s.")
            % {"columns": ", ".join(missing)}
        )
    return columns


def _row(number: int, cells: list[str], columns: dict[str, int]) -> SchoolRow:
    values = dict(_values(cells, columns))
    values["code"] = re.sub(r"[\s'’-]", "", to_arabic(values["code"]))
    values["network"] = _NETWORK_WORDS.sub("", values["network"]).strip() or values["network"]
    return SchoolRow(row=number, **values)


def _values(cells: list[str], columns: dict[str, int]) -> Iterator[tuple[str, str]]:
    for column in HEADINGS:
        place = columns.get(column, len(cells))
        yield column, normalise(cells[place]).strip() if place < len(cells) else ""
