"""What one can search manuals by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from portal.content.models import WorkGroup
from search.facets import keys_behind
from search.sources import PageFacet

ROWS_OF_PROCESS: Final = (
    "part_headings",
    "definitions__glossary_term",
    "steps__branches",
    "steps__documents__form",
    "forms__form__versions__document",
    "laws__law",
)


def work_group_facet() -> PageFacet:
    """The group whose work a process is."""
    return PageFacet("work_group", _("Work group"), keys_behind("work_group_id"), work_group_labels, 45, True)


def work_group_labels(keys: Iterable[str]) -> dict[str, str]:
    """The names of work groups, in the order of their numbers."""
    groups = WorkGroup.objects.filter(pk__in=[key for key in set(keys) if key.isascii() and key.isdecimal()])
    return {str(group.pk): group.name for group in groups.order_by("number")}
