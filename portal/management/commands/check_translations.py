"""Fails when a Thai catalogue is stale, empty somewhere, or fills a placeholder that is not there."""

import re
import shutil
from pathlib import Path

import polib
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from portal.translations import catalogues, own_catalogue

PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]*\}")
IGNORED = [".venv/*", "var/*", "examples/*", "tests/*", "build/*"]


class Command(BaseCommand):
    """`manage.py check_translations`; needs gettext."""

    help = "Check that the Thai catalogues are complete and fresh."

    def handle(self, *args, **options) -> None:
        """Collect what is wrong, then say all of it."""
        faults = [*_stale(own_catalogue()), *(fault for path in catalogues() for fault in _faults(path))]
        if faults:
            raise CommandError("\n".join([*faults, "Run `make messages`, translate, and run this check again."]))
        self.stdout.write("The Thai catalogues are complete.")


def _stale(path: Path) -> list[str]:
    """Compare the catalogue with what the sources say now; the file itself stays as it was."""
    before = path.read_bytes()
    try:
        call_command(
            "makemessages", locale=["th"], ignore_patterns=IGNORED, add_location="file", no_wrap=True, verbosity=0
        )
        now = {_identity(entry) for entry in polib.pofile(str(path)) if not entry.obsolete}
    finally:
        path.write_bytes(before)
        shutil.rmtree(path.parent / "__pycache__", ignore_errors=True)
    kept = {_identity(entry) for entry in polib.pofile(str(path)) if not entry.obsolete}
    missing = [f"{path.name}: not in the catalogue: {text!r}" for _context, text in sorted(now - kept)]
    unused = [f"{path.name}: no longer in the sources: {text!r}" for _context, text in sorted(kept - now)]
    return missing + unused


def _faults(path: Path) -> list[str]:
    where = f"{path.parent.parent.parent.name}/{path.name}"
    faults = []
    for entry in polib.pofile(str(path)):
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if entry.obsolete or entry.fuzzy or not all(texts):
            faults.append(f"{where}: empty, fuzzy or obsolete: {entry.msgid!r}")
        wanted = set(PLACEHOLDER.findall(entry.msgid)) | set(PLACEHOLDER.findall(entry.msgid_plural or ""))
        if any(set(PLACEHOLDER.findall(text)) - wanted for text in texts):
            faults.append(f"{where}: another placeholder than the original: {entry.msgid!r}")
    return faults


def _identity(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgctxt or "", entry.msgid
