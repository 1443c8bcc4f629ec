"""Invites contributors from a CSV file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from innovations.invitation import InvitationReport, invite
from portal.content.csv_table import MOST_BYTES, UnreadableFile


class Command(BaseCommand):
    """`manage.py invite_contributors FILE.csv [--dry-run]`."""

    help = "Make accounts for those who send in works, from a CSV file with the columns name, email, school code."

    def add_arguments(self, parser) -> None:
        """The file, and whether only to check it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, save nothing, write nobody")

    def handle(self, *args, **options) -> None:
        """Report, and fail when a row has a problem."""
        try:
            with options["file"].open("rb") as file:
                report = invite(file.read(MOST_BYTES + 1), is_dry_run=options["dry_run"])
        except OSError as error:
            place = {"file": error.filename, "why": error.strerror}
            raise CommandError(_("Cannot open %(file)s: %(why)s") % place) from error
        except UnreadableFile as error:
            raise CommandError(str(error)) from error
        self._write(report)

    def _write(self, report: InvitationReport) -> None:
        for problem in report.problems:
            place = _("row %(row)s, %(column)s") % {"row": problem.row, "column": problem.column}
            self.stderr.write(f"{place}: “{problem.value}” {problem.message}")
        if count := len(report.problems):
            raise CommandError(
                ngettext("%(count)s problem. Nothing was saved.", "%(count)s problems. Nothing was saved.", count)
                % {"count": count}
            )
        counts = {"created": report.created, "moved": report.moved, "unchanged": report.unchanged}
        message = _("Invited: %(created)s. Of another school now: %(moved)s. As before: %(unchanged)s.")
        self.stdout.write(message % counts)
        if report.is_dry_run:
            self.stdout.write(_("This was a check. Nothing was saved."))
