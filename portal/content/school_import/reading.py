"""Bytes of a CSV file to rows of schools, or the file is refused."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from portal.content.csv_import import UnreadableFile, read_table
from portal.thai.digits import to_arabic

from .values import SchoolRow

HEADINGS = {
    "code": ("code", "school code", "school_code", "รหัสโรงเรียน", "รหัสสถานศึกษา", "รหัส"),
    "name": ("name", "school", "school name", "ชื่อโรงเรียน", "ชื่อสถานศึกษา", "โรงเรียน"),
    "network": ("network", "school network", "ศูนย์เครือข่าย", "ศูนย์เครือข่ายสถานศึกษา", "ชื่อศูนย์เครือข่าย", "เครือข่าย"),
    "subdistrict": ("subdistrict", "ตำบล", "แขวง"),
}
REQUIRED = ("code", "name", "network")
# Networks are named without these words; files write them or not.
_NETWORK_WORDS = re.compile("^(?:ศูนย์|กลุ่ม)?เครือข่าย(?:สถานศึกษา|โรงเรียน|พัฒนาคุณภาพการศึกษา)?")


def read_schools(content: bytes) -> list[SchoolRow]:
    """The rows of the file; blank ones are left out. Raises `UnreadableFile`."""
    columns, rows = read_table(content, HEADINGS)
    if missing := [HEADINGS[column][0] for column in REQUIRED if column not in columns]:
        raise UnreadableFile(
            _("The first row must hold the headings code, name, network and subdistrict. Missing: %(columns)s.")
            % {"columns": ", ".join(missing)}
        )
    if not rows:
        raise UnreadableFile(_("The file has headings but no schools."))
    return [_row(number, cells) for number, cells in rows]


def _row(number: int, cells: dict[str, str]) -> SchoolRow:
    values = {column: cells.get(column, "") for column in HEADINGS}
    values["code"] = re.sub(r"[\s'’-]", "", to_arabic(values["code"]))
    values["network"] = _NETWORK_WORDS.sub("", values["network"]).strip() or values["network"]
    return SchoolRow(row=number, **values)
