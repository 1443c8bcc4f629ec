"""What passes between reading, checking and saving a list of schools."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.content.csv_import import ProblemInRow


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One school as the file has it, cleaned; `row` counts as spreadsheets do: the headings are row 1."""

    row: int
    code: str
    name: str
    network: str
    subdistrict: str


@dataclass(frozen=True, slots=True)
class SchoolImport:
    """What an import did, or would do. With problems nothing was saved."""

    is_dry_run: bool
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    new_networks: tuple[str, ...] = ()
    problems: tuple[ProblemInRow, ...] = ()

    @property
    def summary(self) -> str:
        """For people."""
        counts = {"created": self.created, "updated": self.updated, "unchanged": self.unchanged}
        return _("New: %(created)s. Changed: %(updated)s. As before: %(unchanged)s.") % counts

    @property
    def notes(self) -> list[str]:
        """The networks that were not there before."""
        return [_("New network: %(name)s") % {"name": name} for name in self.new_networks]
