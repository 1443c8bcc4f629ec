"""Paragraphs prepared for understanding: damage repaired, number taken off, heading recognised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from manuals.importer.headings import Heading, key, recognise
from manuals.importer.numbering import Marker, parse_marker, settle
from manuals.importer.paragraph import Paragraph, Style
from manuals.outline import Part
from portal.thai.damage import Damage, repair

_WITHOUT_TEXT = (Style.TABLE, Style.IMAGE, Style.CONTENTS, Style.MARGIN, Style.TEXT_BOX)


@dataclass(frozen=True)
class Line:
    """A paragraph and what is seen in it at first sight. `text` is repaired, `body` is `text` without its marker."""

    paragraph: Paragraph
    text: str
    marker: Marker | None
    body: str
    heading: Heading | None = None
    damages: tuple[Damage, ...] = ()  # of the paragraph's text as it came

    @cached_property
    def key(self) -> str:
        return key(self.body or self.text)

    @property
    def part(self) -> Part | None:
        """The part of a process that this line is the heading of."""
        return self.heading.kind if self.heading and isinstance(self.heading.kind, Part) else None

    @property
    def is_text(self) -> bool:
        return self.paragraph.style not in _WITHOUT_TEXT


def prepare(paragraphs: Iterable[Paragraph]) -> list[Line]:
    """Return a line for every paragraph."""
    drafts = [_draft(paragraph) for paragraph in paragraphs]
    is_marker = settle([line.marker for line in drafts])
    lines = [
        line if is_settled or not line.marker else replace(line, marker=None, body=line.text)
        for line, is_settled in zip(drafts, is_marker, strict=True)
    ]
    return drop_items(lines)


def _draft(paragraph: Paragraph) -> Line:
    repaired, damages = repair(paragraph.text)
    text = repaired.strip()
    if paragraph.style in _WITHOUT_TEXT:
        return Line(paragraph, text, None, text, damages=tuple(damages))
    depth = paragraph.level if paragraph.style is Style.LIST else 0
    marker, body = parse_marker(text, depth)
    is_numbered = paragraph.style is Style.HEADING or (marker is not None and marker.is_certain and bool(marker.path))
    heading = recognise(body, is_numbered=is_numbered) if body else None
    if heading and marker and not marker.is_certain:
        # A bare "1" before a heading is its number, whatever stands around it.
        marker = replace(marker, closing=".")
    return Line(paragraph, text, marker, body, heading, tuple(damages))


def drop_items(lines: Sequence[Line]) -> list[Line]:
    """Take the heading off lines that are items of a list: `2) แบบฟอร์ม` between `1)` and `3)` is a form."""
    bulleted = sum(line.part is not None and _has_bullet(line) for line in lines)
    others = sum(line.part is not None and not _has_bullet(line) for line in lines)
    return [
        replace(line, heading=None)
        if line.heading and (_is_between_items(lines, index) or (_has_bullet(line) and bulleted <= others))
        else line
        for index, line in enumerate(lines)
    ]


def _has_bullet(line: Line) -> bool:
    return line.marker is not None and not line.marker.path


def _is_between_items(lines: Sequence[Line], index: int) -> bool:
    marker = lines[index].marker
    if not marker or not 0 < index < len(lines) - 1:
        return False
    return _is_neighbour(lines[index - 1], marker, -1) and _is_neighbour(lines[index + 1], marker, 1)


def _is_neighbour(line: Line, marker: Marker, step: int) -> bool:
    other = line.marker
    return (
        line.heading is None
        and other is not None
        and other.style == marker.style
        and other.path[:-1] == marker.path[:-1]
        and other.value == marker.value + step
    )
