"""The rows of a list of contributors, and what is wrong with them, in words that say what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.content.csv_import import ProblemInRow, UnreadableFile, read_table
from portal.content.models import School
from portal.thai.digits import to_arabic

HEADINGS: Final = {
    "name": ("name", "ชื่อ", "ชื่อ-สกุล", "ชื่อ-นามสกุล", "ชื่อ สกุล", "ชื่อผู้ส่งผลงาน"),
    "email": ("email", "e-mail", "อีเมล", "อีเมล์"),
    "school": ("school code", "school_code", "code", "รหัสโรงเรียน", "รหัสสถานศึกษา", "รหัส"),
}
LABELS: Final = {
    "name": gettext_lazy("name"), "email": gettext_lazy("e-mail"), "school": gettext_lazy("school code"),
}  # fmt: skip
LONGEST_NAME: Final = 150


@dataclass(frozen=True, slots=True)
class InvitedRow:
    """One person as the file has it, cleaned; `row` counts as spreadsheets do."""

    row: int
    name: str
    email: str
    school: str


def read_invited(content: bytes) -> list[InvitedRow]:
    """The rows of the file. Raises `UnreadableFile`."""
    columns, rows = read_table(content, HEADINGS)
    if missing := [HEADINGS[column][0] for column in HEADINGS if column not in columns]:
        raise UnreadableFile(
            _("The first row must hold the headings name, email and school code. Missing: %(columns)s.")
            % {"columns": ", ".join(missing)}
        )
    if not rows:
        raise UnreadableFile(_("The file has headings but no people."))
    return [_row(number, cells) for number, cells in rows]


def problems_in(rows: list[InvitedRow]) -> list[ProblemInRow]:
    """All problems, row by row."""
    known = set(School.objects.filter(code__in={row.school for row in rows}).values_list("code", flat=True))
    first_rows: dict[str, int] = {}
    problems: list[ProblemInRow] = []
    for row in rows:
        found = [*_messages(row, known)]
        first = first_rows.setdefault(row.email, row.row)
        if row.email and first != row.row:
            message = _("This address stands in row %(row)s already. Leave one of the two out.") % {"row": first}
            found.append(("email", message))
        problems += [
            ProblemInRow(row.row, str(LABELS[key]), getattr(row, key)[:100], message) for key, message in found
        ]
    return problems


def _row(number: int, cells: dict[str, str]) -> InvitedRow:
    code = re.sub(r"[\s'’-]", "", to_arabic(cells["school"]))
    return InvitedRow(number, " ".join(cells["name"].split()), cells["email"].lower(), code)


def _messages(row: InvitedRow, known: set[str]) -> Iterator[tuple[str, str]]:
    if not row.name:
        yield "name", _("Write the name of the person or of the school.")
    elif len(row.name) > LONGEST_NAME:
        yield "name", _("This is longer than %(most)s letters. Shorten it.") % {"most": LONGEST_NAME}
    try:
        validate_email(row.email)
    except ValidationError:
        yield "email", _("Write an e-mail address, for example name@school.ac.th.")
    if row.school not in known:
        yield (
            "school",
            _("No school of the register has this code. Look it up, or import the school first."),
        )
