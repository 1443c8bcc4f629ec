"""Reads the text of uploaded files that wait for it, or of all files again."""

from collections import Counter

from django.core.management.base import BaseCommand

from portal.content.attachment_text.records import read_all, unread
from portal.content.attachment_text.values import Problem
from portal.content.models import PortalDocument


class Command(BaseCommand):
    """`manage.py extract_attachment_texts [--again]`."""

    help = "Read the text of uploaded files, so that it can be searched. May be interrupted and run again."

    def add_arguments(self, parser) -> None:
        """What to read."""
        parser.add_argument("--again", action="store_true", help="read every file again, also those read already")

    def handle(self, *args, **options) -> None:
        """Read, and say of each file without text why."""
        documents = PortalDocument.objects.order_by("pk") if options["again"] else unread()
        counted: Counter[bool] = Counter()
        for document, found in read_all(documents):
            counted[bool(found.text)] += 1
            if found.problem != Problem.NONE:
                self.stdout.write(f"{document.pk} {document.filename}: {found.problem}")
        self.stdout.write(f"Files read: {counted.total()}, with text: {counted[True]}, without: {counted[False]}.")
