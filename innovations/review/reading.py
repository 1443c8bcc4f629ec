"""The work as reviewers read it: the draft that was sent, its files behind the review's own check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from django.http import FileResponse, Http404
from django.utils.translation import gettext as _

from innovations.page_parts import Part, parts_of
from portal.content.models import LEVELS

if TYPE_CHECKING:
    from innovations.models import ReviewState, WorkPage

WITH_FILES: Final = frozenset({"attachments", "full_text", "pictures", "diagram", "media"})
PICTURE_SIZE: Final = "max-1280x1280"
Address = Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class ReviewedFile:
    """A file, a picture, a recording: what it is called and where this reader gets it."""

    kind: str
    title: str
    record: Any
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is shown of a work. Without names when they are hidden."""

    work: WorkPage
    parts: list[Part]
    files: list[ReviewedFile]
    levels: list[str]
    authors: list[Any]
    hides_names: bool

    @property
    def pictures(self) -> list[ReviewedFile]:
        """What is looked at."""
        return [file for file in self.files if file.kind == "picture"]

    @property
    def documents(self) -> list[ReviewedFile]:
        """What is opened."""
        return [file for file in self.files if file.kind != "picture"]


def reading_of(state: ReviewState, address: Address, *, hides_names: bool) -> Reading:
    """The draft of that step; `address(kind, key)` is where this reader gets a file."""
    work = state.revision.as_object()
    names = dict(LEVELS)
    return Reading(
        work,
        [part for part in map(_without_files, parts_of(work)) if part.blocks],
        [
            ReviewedFile(kind, title, record, address(kind, record.pk), note)
            for kind, title, record, note in _files(work)
        ],
        [str(names[key]) for key in work.levels if key in names],
        [] if hides_names else list(work.authors.all()),
        hides_names,
    )


def file_response(state: ReviewState, kind: str, key: int) -> FileResponse:
    """A file of that draft, and of no other; `Http404` for what it does not hold."""
    found = {(file_kind, record.pk): record for file_kind, _title, record, _note in _files(state.revision.as_object())}
    if (record := found.get((kind, key))) is None:
        raise Http404
    stored = record.get_rendition(PICTURE_SIZE).file if kind == "picture" else record.file
    try:
        opened = stored.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = stored.name.rsplit("/", 1)[-1] if kind == "picture" else getattr(record, "filename", stored.name)
    response = FileResponse(opened, as_attachment=kind == "document", filename=name)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _without_files(part: Part) -> Part:
    return replace(part, blocks=tuple(block for block in part.blocks if block.template not in WITH_FILES))


def _files(work: WorkPage) -> Iterator[tuple[str, str, Any, str]]:
    if diagram := getattr(work, "model_diagram", None):
        yield "picture", _("Diagram of the model"), diagram, work.diagram_alternative
    for row in work.pictures.all():
        yield "picture", row.alternative, row.image, row.caption
    if full_text := getattr(work, "full_text", None):
        yield "document", full_text.title, full_text, ""
    for row in work.attachments.all():
        yield "document", str(row), row.document, ""
    for row in work.media.all():
        yield "media", str(row), row.media, row.transcript
