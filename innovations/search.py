"""What one can search works by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from search.facets import keys_behind, school_facets
from search.sources import Keys, PageFacet

from .models import RecognitionLevel, ResearchKind, WorkPage

ROWS_OF_WORK: Final = (
    "evidence",
    "pictures",
    "media",
    "authors__person__school",
    "authors__school",
)


def work_facets() -> tuple[PageFacet, ...]:
    """Schools, the networks of those schools, and the level of recognition."""
    recognition = PageFacet(
        "recognition", _("Level of recognition"), keys_behind("recognition_id"), recognition_labels, 70, True
    )
    return (*school_facets("page_schools__school"), recognition)


def research_facets() -> tuple[PageFacet, ...]:
    """What every work is found by, and the kind of research."""
    kind = PageFacet("research_kind", _("Kind of research"), _research_kinds, research_kind_labels, 45, True)
    return (*work_facets(), kind)


def recognition_labels(keys: Iterable[str]) -> dict[str, str]:
    """The names of levels of recognition, the highest first."""
    levels = RecognitionLevel.objects.filter(pk__in=[key for key in set(keys) if key.isascii() and key.isdecimal()])
    return {str(level.pk): level.name for level in levels.order_by("-least_percent")}


def research_kind_labels(keys: Iterable[str]) -> dict[str, str]:
    """The names of kinds of research, in the order in which they are offered."""
    wanted = set(keys)
    return {key: str(label) for key, label in ResearchKind.choices if key in wanted}


def awards_of(keys: Sequence[int]) -> dict[int, str]:
    """What lists show of the works: the level the committee gave, else what was given elsewhere."""
    rows = WorkPage.objects.filter(pk__in=keys).values_list("pk", "recognition__name", "award")
    return {pk: level or award for pk, level, award in rows if level or award}


def _research_kinds(pages: Sequence[Any]) -> Keys:
    return {page.pk: [page.research_kind] for page in pages if page.research_kind}
