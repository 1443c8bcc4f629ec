"""What one can search works by."""

from __future__ import annotations

from typing import Final

from search.facets import school_facets
from search.sources import PageFacet

ROWS_OF_WORK: Final = (
    "evidence",
    "pictures",
    "media",
    "authors__person__school",
    "authors__school",
)


def work_facets() -> tuple[PageFacet, ...]:
    """Schools, and the networks of those schools."""
    return school_facets("page_schools__school")
