"""Imports schools and networks from a CSV file."""

from portal.content.csv_import.command import CsvCommand
from portal.content.school_import import SchoolImport, import_schools


class Command(CsvCommand):
    """`manage.py import_schools FILE.csv [--dry-run]`."""

    help = "Import schools and their networks from a CSV file with the columns code, name, network, subdistrict."

    def carry_out(self, content: bytes, *, is_dry_run: bool) -> SchoolImport:
        """Import the schools."""
        return import_schools(content, is_dry_run=is_dry_run)
