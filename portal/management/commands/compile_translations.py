"""Compiles the catalogues; polib does it, so that a server needs no gettext."""

import polib
from django.core.management.base import BaseCommand

from portal.translations import catalogues


class Command(BaseCommand):
    """`manage.py compile_translations`."""

    help = "Compile every .po file of the portal to a .mo file beside it."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options) -> None:
        """Write the .mo files."""
        for path in catalogues():
            polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
            self.stdout.write(f"compiled {path.parent.parent.parent.name}/{path.name}", ending="\n")
