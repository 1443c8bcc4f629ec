"""`manage.py plugins`: which plugins there are, which are in use, and which left pages behind."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any
from unicodedata import category

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.plugins.inventory import ListedPlugin, inventory
from portal.plugins.removed import RemovedPlugin, removed_plugins


class Command(BaseCommand):
    """A table for people, JSON for programs."""

    help = "List the portal's plugins: in use, switched off, offered by a package but not named, removed with pages."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--json`."""
        parser.add_argument("--json", action="store_true", help="Print JSON instead of a table.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print both lists."""
        plugins, removed = inventory(), removed_plugins()
        if options["json"]:
            self.stdout.write(json.dumps(_as_data(plugins, removed), ensure_ascii=False, indent=2))
            return
        self._write_plugins(plugins)
        self._write_removed(removed)

    def _write_plugins(self, plugins: list[ListedPlugin]) -> None:
        rows = [(plugin.name, plugin.version, str(plugin.status.label)) for plugin in plugins]
        heads = (_("Name"), _("Version"), _("Status"))
        widths = [max(map(_columns, column)) for column in zip(heads, *rows, strict=True)]
        self.stdout.write(self.style.MIGRATE_HEADING(_line(heads, widths)))
        for plugin, row in zip(plugins, rows, strict=True):
            self.stdout.write(_line(row, widths))
            for note in _notes(plugin):
                self.stdout.write(f"    {note}")
            for problem in plugin.problems:
                self.stdout.write(self.style.ERROR(f"    {problem}"))

    def _write_removed(self, removed: list[RemovedPlugin]) -> None:
        for plugin in removed:
            count = ngettext("%(count)d page", "%(count)d pages", plugin.pages) % {"count": plugin.pages}
            self.stdout.write(
                self.style.WARNING("\n" + _("Removed, with pages left: %s") % f"{plugin.label} ({count})")
            )
            for page_type in plugin.page_types:
                self.stdout.write(f"    {page_type.name}: {page_type.pages}")
            self.stdout.write("    " + _("Visitors get “page not found” for them until PORTAL_PLUGINS names it again."))


def _notes(plugin: ListedPlugin) -> list[str]:
    notes = [plugin.summary] if plugin.summary else []
    if plugin.is_named_twice:
        notes.append(_("Named more than once in PORTAL_PLUGINS; it counts once."))
    return notes


def _as_data(plugins: list[ListedPlugin], removed: list[RemovedPlugin]) -> dict[str, Any]:
    return {
        "plugins": [asdict(plugin) for plugin in plugins],
        "removed": [{**asdict(plugin), "pages": plugin.pages} for plugin in removed],
    }


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    padded = (cell + " " * (width - _columns(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: Thai vowels and tone marks above and below take none."""
    return sum(category(letter) not in ("Mn", "Me", "Cf") for letter in text)
