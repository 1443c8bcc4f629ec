"""What commands share that carry out a CSV file."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .table import MOST_BYTES, UnreadableFile
from .values import Report


class CsvCommand(BaseCommand):
    """`manage.py … FILE.csv [--dry-run]`; what is done with the file says `carry_out`."""

    dry_run_help = "say what would happen, save nothing"

    def carry_out(self, content: bytes, *, is_dry_run: bool) -> Report:
        """Do it, or only check it. Raises `UnreadableFile`."""
        raise NotImplementedError

    def add_arguments(self, parser) -> None:
        """The file, and whether only to check it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help=self.dry_run_help)

    def handle(self, *args, **options) -> None:
        """Report, and fail when a row has a problem."""
        try:
            with options["file"].open("rb") as file:
                report = self.carry_out(file.read(MOST_BYTES + 1), is_dry_run=options["dry_run"])
        except OSError as error:
            place = {"file": error.filename, "why": error.strerror}
            raise CommandError(_("Cannot open %(file)s: %(why)s") % place) from error
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        self._write(report)

    def _write(self, report: Report) -> None:
        for problem in report.problems:
            place = _("row %(row)s, %(column)s") % {"row": problem.row, "column": problem.column}
            self.stderr.write(f"{place}: “{problem.value}” {problem.message}")
        if count := len(report.problems):
            raise CommandError(
                ngettext("%(count)s problem. Nothing was saved.", "%(count)s problems. Nothing was saved.", count)
                % {"count": count}
            )
        for line in (*report.notes, report.summary):
            self.stdout.write(line)
        if report.is_dry_run:
            self.stdout.write(_("This was a check. Nothing was saved."))
