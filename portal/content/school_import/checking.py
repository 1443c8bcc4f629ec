"""What can be wrong with a row of a list of schools, in words that say what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.content.csv_import import ProblemInRow

from .values import SchoolRow

LABELS = {
    "code": gettext_lazy("school code"),
    "name": gettext_lazy("name"),
    "network": gettext_lazy("school network"),
    "subdistrict": gettext_lazy("subdistrict"),
}
LONGEST = {"name": 200, "network": 100, "subdistrict": 100}
_CODE = re.compile(r"[0-9]{10}")
_ROUNDED = re.compile(r"[0-9.,]+E\+?[0-9]+", re.IGNORECASE)


def problems_in(rows: list[SchoolRow]) -> list[ProblemInRow]:
    """All problems, row by row."""
    first_rows: dict[str, int] = {}
    problems: list[ProblemInRow] = []
    for row in rows:
        problems += [_problem(row, column, message) for column, message in _messages(row)]
        first = first_rows.setdefault(row.code, row.row)
        if row.code and first != row.row:
            message = _("This code stands in row %(row)s already. Leave one of the two out.") % {"row": first}
            problems.append(_problem(row, "code", message))
    return problems


def _problem(row: SchoolRow, column: str, message: str) -> ProblemInRow:
    return ProblemInRow(row.row, str(LABELS[column]), getattr(row, column)[:100], message)


def _messages(row: SchoolRow) -> Iterator[tuple[str, str]]:
    if not row.code:
        yield "code", _("Write the ten-digit code of the school.")
    elif _ROUNDED.fullmatch(row.code):
        yield (
            "code",
            _("The spreadsheet rounded this code. Set the column’s format to “Text” and write the code again."),
        )
    elif not _CODE.fullmatch(row.code):
        yield "code", _("A school code has ten digits, for example 1047540001.")
    if not row.name:
        yield "name", _("Write the name of the school.")
    if not row.network:
        yield "network", _("Write the name of the school network.")
    for column, most in LONGEST.items():
        if len(getattr(row, column)) > most:
            yield column, _("This is longer than %(most)s letters. Shorten it.") % {"most": most}
