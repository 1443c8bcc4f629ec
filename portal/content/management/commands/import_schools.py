"""Imports schools and networks from a CSV file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.content.school_import import MOST_BYTES, SchoolImport, UnreadableFile, import_schools


class Command(BaseCommand):
    """`manage.py import_schools FILE.csv [--dry-run]`."""

    help = "Import schools and their networks from a CSV file with the columns code, name, network, subdistrict."

    def add_arguments(self, parser) -> None:
        """The file, and whether only to check it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, save nothing")

    def handle(self, *args, **options) -> None:
        """Report, and fail when a row has a problem."""
        try:
            with options["file"].open("rb") as file:
                report = import_schools(file.read(MOST_BYTES + 1), is_dry_run=options["dry_run"])
        except OSError as error:
            place = {"file": error.filename, "why": error.strerror}
            raise CommandError(_("Cannot open %(file)s: %(why)s") % place) from error
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        self._write(report)

    def _write(self, report: SchoolImport) -> None:
        for problem in report.problems:
            place = _("row %(row)s, %(column)s") % {"row": problem.row, "column": problem.column}
            self.stderr.write(f"{place}: “{problem.value}” {problem.message}")
        if count := len(report.problems):
            raise CommandError(
                ngettext("%(count)s problem. Nothing was saved.", "%(count)s problems. Nothing was saved.", count)
                % {"count": count}
            )
        for name in report.new_networks:
            self.stdout.write(_("New network: %(name)s") % {"name": name})
        counts = {"created": report.created, "updated": report.updated, "unchanged": report.unchanged}
        self.stdout.write(_("New: %(created)s. Changed: %(updated)s. As before: %(unchanged)s.") % counts)
        if report.is_dry_run:
            self.stdout.write(_("This was a check. Nothing was saved."))
