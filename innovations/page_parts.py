"""What a visitor reads of a work, from its sections: parts that hold something, numbered, each in blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from portal.content.rows import fetched

from .embeds import embed_of
from .evidence import change_of

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from .models import WorkPage
    from .sections import Section

IN_HEAD: Final = frozenset({"about"})  # sections that are told around the parts
BESIDE: Final = frozenset({"rights"})
ABOUT_NUMBERS: Final = frozenset({"results", "findings"})
_NO_TEXT: Final = frozenset({"title_en", "research_kind", "diagram_alternative", "cover", "has_consent"})
_TEMPLATES: Final = {
    "model_diagram": "diagram",
    "full_text": "full_text",
    "keywords": "keywords",
    "references": "references",
    "abstract_en": "english",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a part: its template's name, what stands in it, a heading where the part has several texts."""

    template: str
    value: Any
    heading: str | Promise = ""

    @property
    def path(self) -> str:
        """Where the template lies."""
        return f"innovations/blocks/{self.template}.html"


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of the page; `key` is its anchor."""

    number: int
    key: str
    title: str | Promise
    blocks: tuple[Block, ...]


def parts_of(work: WorkPage) -> list[Part]:
    """The parts in the order of the sections; what is empty is left out and not counted."""
    shown = _in_reading_order(section for section in work.sections() if section.key not in IN_HEAD | BESIDE)
    filled = [(section, blocks) for section in shown if (blocks := tuple(_blocks(work, section)))]
    return [Part(number, section.key, section.title, blocks) for number, (section, blocks) in enumerate(filled, 1)]


def _in_reading_order(sections: Iterable[Section]) -> list[Section]:
    """The numbers stand directly behind the text about them; a form asks for them after all texts."""
    ordered = list(sections)
    numbers = next((section for section in ordered if section.key == "evidence"), None)
    about = next((section for section in ordered if section.key in ABOUT_NUMBERS), None)
    if numbers and about:
        ordered.remove(numbers)
        ordered.insert(ordered.index(about) + 1, numbers)
    return ordered


def _blocks(work: WorkPage, section: Section) -> Iterator[Block]:
    fields = [name for name in section.fields if name not in _NO_TEXT and getattr(work, name)]
    for name in fields:
        heading = "" if len(fields) == 1 or _is_named(work, name, section) else _label(work, name)
        value = getattr(work, name)
        if not isinstance(value, str) or value.strip():
            yield Block(_TEMPLATES.get(name, "text"), value, heading)
    for name in section.rows:
        if value := _ROWS[name](work):
            yield Block(name, value)


def _is_named(work: WorkPage, name: str, section: Section) -> bool:
    """Whether the section's own heading says the same already."""
    return str(_label(work, name)).casefold() == str(section.title).casefold()


def _label(work: WorkPage, name: str) -> str:
    label = str(work._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def _pdca_steps(work: WorkPage) -> list[tuple[str, str, list[str]]]:
    """(letter, phase, texts): steps of one phase that follow each other stand together."""
    grouped = groupby(fetched(work.pdca_steps), key=lambda step: step.phase)
    return [
        (phase[:1].upper(), (rows := list(steps))[0].get_phase_display(), [row.text for row in rows])
        for phase, steps in grouped
    ]


def _evidence(work: WorkPage) -> list[Any]:
    return [change_of(row) for row in fetched(work.evidence)]


def _pictures(work: WorkPage) -> list[Any]:
    return fetched(work.pictures, "image__renditions")


def _videos(work: WorkPage) -> list[tuple[Any, Any]]:
    return [(video, embed_of(video.url)) for video in fetched(work.videos)]


def _media(work: WorkPage) -> list[Any]:
    return fetched(work.media, "media")


def _attachments(work: WorkPage) -> list[Any]:
    return fetched(work.attachments, "document")


_ROWS: Final = {
    "pdca_steps": _pdca_steps,
    "evidence": _evidence,
    "pictures": _pictures,
    "videos": _videos,
    "media": _media,
    "attachments": _attachments,
}
