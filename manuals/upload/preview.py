"""What the preview shows: the outline page by page, and under each part the paragraphs that went there."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from manuals.import_report import ReportedPage
from manuals.importer.plan import ImportPlan, Place, Placement
from manuals.outline import Part, ProcessOutline
from manuals.parts import PARTS

PLACES: dict[Place | Part, Promise] = {
    Place.COVER: _("Cover"),
    Place.PREFACE: _("Preface"),
    Place.TITLE: _("Title of the page"),
    Place.HEADING: _("Headings"),
    Place.BODY: _("Text"),
    **dict(PARTS),
}


@dataclass(frozen=True, slots=True)
class PreviewPart:
    """A part of a page and its paragraphs."""

    heading: str
    paragraphs: list[Placement] = field(default_factory=list)

    @property
    def unrecognised(self) -> int:
        """How many of them the editor has to place."""
        return sum(not paragraph.is_recognised for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """A page that the import writes; `is_new` is false where it stands already."""

    title: str
    kind: Promise
    url: str
    is_new: bool
    parts: list[PreviewPart]

    @property
    def paragraphs(self) -> int:
        """How many paragraphs go on it."""
        return sum(len(part.paragraphs) for part in self.parts)

    @property
    def unrecognised(self) -> int:
        """How many of them the editor has to place."""
        return sum(part.unrecognised for part in self.parts)


def preview_pages(plan: ImportPlan, planned: list[ReportedPage], standing: set[str]) -> list[PreviewPage]:
    """The pages in their order; `standing` are the addresses that exist."""
    placed: dict[tuple[int, ...], list[Placement]] = {}
    for placement in plan.placements:
        placed.setdefault(placement.page, []).append(placement)
    paths: list[tuple[int, ...]] = [(), *((place,) for place in range(len(plan.manual.children)))]
    return [
        PreviewPage(page.title, _kind(plan, path), page.url, page.url not in standing, _parts(plan, path, placed))
        for path, page in zip(paths, planned, strict=True)
    ]


def _kind(plan: ImportPlan, path: tuple[int, ...]) -> Promise:
    if not path:
        return _("work manual")
    return _("work process") if isinstance(plan.manual.children[path[0]], ProcessOutline) else _("chapter")


def _parts(
    plan: ImportPlan, path: tuple[int, ...], placed: dict[tuple[int, ...], list[Placement]]
) -> list[PreviewPart]:
    own = getattr(plan.manual.children[path[0]], "headings", {}) if path else {}
    parts: dict[Place | Part, PreviewPart] = {}
    for placement in placed.get(path, []):
        part = placement.part
        parts.setdefault(part, PreviewPart(own.get(part) or str(PLACES[part]))).paragraphs.append(placement)
    order = list(PLACES)
    return [parts[part] for part in sorted(parts, key=order.index)]
