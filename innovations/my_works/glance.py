"""A draft at a glance: read from what is stored of it, so that a list of drafts costs a few queries, not some each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from wagtail.models import Revision

from innovations.models import WorkPage
from portal.content.models import LearningArea

TAGS: Final = {"learning_areas": "learning_area_tags", "tags": "page_tags"}  # names, and under which they are stored


class Rows(list):
    """Rows as they are stored; asked as a relation is."""

    def all(self) -> Rows:
        """Themselves."""
        return self


class Glance:
    """Stands for the draft of `kind` where it is only looked at: its fields and rows are what `content` holds."""

    def __init__(self, kind: type[WorkPage], content: dict[str, Any], areas: dict[int, LearningArea]) -> None:
        self.kind, self.content = kind, content
        tags = content.get(TAGS["learning_areas"], ())
        self.learning_areas = Rows(areas[row["tag"]] for row in tags if row.get("tag") in areas)

    def __getattr__(self, name: str) -> Any:
        """A stored value, rows, or what the kind itself makes of these."""
        content = self.__dict__.get("content", {})
        stored = TAGS.get(name, name)
        if stored in content:
            value = content[stored]
            return Rows(value) if isinstance(value, list) else value
        found: Any = getattr(self.kind, name)
        return found.fget(self) if isinstance(found, property) and found.fget else found


def glances_at(pages: Iterable[WorkPage]) -> dict[int, Glance]:
    """The drafts of some works, as their own kinds, by key. One query for all; learning areas in another."""
    pages = list(pages)
    revisions = Revision.objects.in_bulk([page.latest_revision_id for page in pages if page.latest_revision_id])
    areas = LearningArea.objects.in_bulk()
    return {page.pk: Glance(type(page), _content(page, revisions), areas) for page in pages}


def _content(page: WorkPage, revisions: dict[int, Revision]) -> dict[str, Any]:
    revision = revisions.get(page.latest_revision_id or 0)
    return revision.content if revision else page.serializable_data()
