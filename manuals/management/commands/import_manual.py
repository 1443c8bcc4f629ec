"""`manage.py import_manual FILE`: a work manual's file becomes pages, and the account of where each paragraph went."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from manuals.import_report import ReportedPage, address_of, planned_pages, report_of, saved_pages
from manuals.importer.paragraph import BadManual
from manuals.importer.plan import ImportPlan, outline_text
from manuals.importer.reading import read_manual
from manuals.importer.understanding import understand
from manuals.index_page import NoIndex, find_index, index_to_import_below
from manuals.parts import PARTS
from manuals.writer import Outcome, SavedPage, gone_from_file, saving_manual


class Command(BaseCommand):
    """Drafts unless told to publish; all or nothing; a second time it updates."""

    help = "Import a staff work manual (.txt, .docx, .md) as pages."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, and what to do with what it says."""
        parser.add_argument("file", type=Path, help="the manual: a Word file (.docx), plain text or Markdown")
        parser.add_argument("--dry-run", action="store_true", help="show what was understood, write nothing")
        parser.add_argument("--publish", action="store_true", help="publish the pages; without it they are drafts")
        parser.add_argument(
            "--report", type=Path, metavar="FILE.json", help="write the account of every paragraph here"
        )
        parser.add_argument("--index", default="", metavar="SLUG", help="the index of manuals, where there are several")

    def handle(self, *args: Any, **options: Any) -> None:
        """Understand, show, save; whatever goes wrong, nothing was changed."""
        file: Path = options["file"]
        report: Path | None = options["report"]
        if report and not report.parent.is_dir():
            raise CommandError(_("There is no folder %(folder)s for the report.") % {"folder": report.parent})
        try:
            plan = understand(read_manual(file, file.name), file.stem)
            self._show(plan)
            with transaction.atomic():
                pages = self._plan(plan, options) if options["dry_run"] else self._save(plan, options)
                if report:
                    written = json.dumps(report_of(plan, pages), ensure_ascii=False, indent=2)
                    report.write_text(f"{written}\n", encoding="utf-8")
        except (BadManual, NoIndex, OSError) as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error

    def _plan(self, plan: ImportPlan, options: dict[str, Any]) -> list[ReportedPage]:
        pages = planned_pages(plan.manual, find_index(options["index"]))
        self._head(_("Pages that would be written"))
        for page in pages:
            self.stdout.write(f"  {page.url}  {page.title}")
        return pages

    def _save(self, plan: ImportPlan, options: dict[str, Any]) -> list[ReportedPage]:
        index = index_to_import_below(options["index"], publish=options["publish"])
        self._head(_("Pages written"))
        words = {Outcome.NEW: _("new"), Outcome.UPDATED: _("updated"), Outcome.UNCHANGED: _("unchanged")}
        saved: list[SavedPage] = []
        total = 1 + len(plan.manual.children)
        for one in saving_manual(plan.manual, index, publish=options["publish"]):
            saved.append(one)
            page = one.page
            self.stdout.write(f"  {len(saved)}/{total} {words[one.outcome]}  {address_of(page)}  {page.title}")
        if gone := gone_from_file(saved):
            self._head(_("No longer in the file; the pages stay until you delete them"))
            for page in gone:
                self.stdout.write(f"  {address_of(page)}  {page.title}")
        return saved_pages(saved)

    def _show(self, plan: ImportPlan) -> None:
        headings = dict(PARTS)
        for line in outline_text(plan):
            title = line.title or str(headings[line.part] if line.part else "")
            unsure = _(", %(count)d to check") % {"count": line.unrecognised} if line.unrecognised else ""
            self.stdout.write(f"{'  ' * line.depth}{title}  ({line.paragraphs}{unsure})")
        self._head(_("Paragraphs"))
        numbers = {"total": len(plan.paragraphs), "placed": len(plan.placements), "left_out": len(plan.left_out)}
        self.stdout.write("  " + _("%(total)d in the file, %(placed)d placed, %(left_out)d left out") % numbers)
        for one in plan.left_out:
            self.stdout.write(f"  {self._line(one.line)} {one.text}\n      {one.reason}")
        if plan.findings:
            self._head(_("Please check"))
        for finding in plan.findings:
            self.stdout.write(
                f"  {self._line(finding.line)} {finding.problem}\n      {finding.context or finding.text}"
            )
            if finding.repaired:
                self.stdout.write("      " + _("Repaired: %(text)s") % {"text": finding.repaired})

    def _line(self, number: int) -> str:
        return _("line %(number)d:") % {"number": number}

    def _head(self, text: str) -> None:
        self.stdout.write(self.style.MIGRATE_HEADING(f"\n{text}"))
