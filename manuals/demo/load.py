"""Puts the demo manual on the shelf of a portal that has not seen it yet."""

from __future__ import annotations

from django.db import transaction

from manuals.demo.attachments import attachments_of
from manuals.demo.filing import FILINGS
from manuals.demo.manual import demo_manual
from manuals.index_page import index_to_import_below
from manuals.matching import manual_page
from manuals.models import WorkProcessPage
from manuals.writer import save_manual
from portal.content import glossary_use
from portal.content.index_updates import once_at_the_end
from portal.content.models import LearningArea


def load() -> None:
    """Save and publish the demo manual once; what editors made of it since stays theirs."""
    index = index_to_import_below(publish=True)
    manual = demo_manual()
    if manual_page(manual, index) is None:
        with transaction.atomic(), once_at_the_end(), glossary_use.suspended():
            save_manual(manual, index, publish=True)
            _file(manual_page(manual, index))


def _file(manual) -> None:
    """Choose what the processes are found by, and attach their files."""
    areas = dict(LearningArea.objects.values_list("code", "name"))
    for page in WorkProcessPage.objects.descendant_of(manual):
        if filing := FILINGS.get(page.title):
            page.levels, page.academic_year = list(filing.levels), filing.year
            page.learning_areas.add(*(areas[code] for code in filing.areas))
            page.tags.add(*filing.tags)
            page.attachments.add(*attachments_of(page.title))
            page.save_revision().publish()
