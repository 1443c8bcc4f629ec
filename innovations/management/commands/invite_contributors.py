"""Invites contributors from a CSV file."""

from innovations.invitation import InvitationReport, invite
from portal.content.csv_import.command import CsvCommand


class Command(CsvCommand):
    """`manage.py invite_contributors FILE.csv [--dry-run]`."""

    help = "Make accounts for those who send in works, from a CSV file with the columns name, email, school code."
    dry_run_help = "say what would happen, save nothing, write nobody"

    def carry_out(self, content: bytes, *, is_dry_run: bool) -> InvitationReport:
        """Invite, in nobody's name."""
        return invite(content, is_dry_run=is_dry_run)
