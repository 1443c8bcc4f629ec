"""What its number says of a line, given the headings before it: a heading in no list, a chapter's or a part's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from manuals.importer.headings import Heading, recognise
from manuals.importer.lines import Line
from manuals.importer.numbering import Marker
from manuals.importer.wording import Section
from manuals.outline import Part

_LONGEST_HEADING = 80


@dataclass
class _Before:
    """The last heading of a part, and the last item in the same style of number."""

    heading: Marker | None = None
    item: Marker | None = None


def settle_headings(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with the headings that only their place in the numbering tells.

    After `8. แบบฟอร์มที่ใช้` the line `9. เอกสารอ้างอิง` is the ninth part, and `9. ปัญหาและอุปสรรค` is a heading too,
    of a part that is none of the nine.
    """
    before = _Before()
    settled = []
    for line in lines:
        if line.marker and _is_next(line.marker, before) and len(line.body) <= _LONGEST_HEADING:
            line = _with_heading(line)
        if line.marker and (line.part or _is_other(line)):
            before = _Before(heading=line.marker)
        elif line.heading:
            before = _Before()
        elif line.marker and before.heading and line.marker.style == before.heading.style:
            before.item = line.marker
        settled.append(line)
    return _without_loners(_settle_references(settled))


def _settle_references(lines: list[Line]) -> list[Line]:
    """Without numbers, เอกสารอ้างอิง closes a process that has no laws yet; the last in the document is a chapter."""
    references = [index for index, line in enumerate(lines) if _is_references(line)]
    settled = list(lines)
    seen: set[Part] = set()
    for index, line in enumerate(lines):
        if line.part:
            seen = {line.part} if line.part is Part.NAME or line.part in seen else seen | {line.part}
        elif _is_references(line) and len(seen) > 1 and Part.LAWS not in seen and index != references[-1]:
            settled[index] = replace(line, heading=Heading(Part.LAWS, line.body))
            seen.add(Part.LAWS)
    return settled


def _is_references(line: Line) -> bool:
    return line.marker is None and line.heading is not None and line.heading.kind is Section.REFERENCES


def _is_next(marker: Marker, before: _Before) -> bool:
    """Say whether the number goes on from the last heading, and not from an item below it."""
    if before.heading is None or not marker.path or marker.style != before.heading.style:
        return False
    is_next_item = before.item is not None and marker.value == before.item.value + 1
    is_next = marker.path[:-1] == before.heading.path[:-1] and marker.value == before.heading.value + 1
    return is_next and not is_next_item


def _with_heading(line: Line) -> Line:
    if line.part:
        return line
    found = recognise(line.body, is_numbered=True, by_words=True)
    kind: Part | Section = found.kind if found else Section.OTHER
    if kind is Section.REFERENCES:
        kind = Part.LAWS
    elif not isinstance(kind, Part):
        kind = Part.STEPS if line.body.startswith("ขั้นตอน") else Section.OTHER
    return replace(line, heading=Heading(kind, line.body))


def _is_other(line: Line) -> bool:
    return line.heading is not None and line.heading.kind is Section.OTHER


def _without_loners(lines: list[Line]) -> list[Line]:
    """A number 2 below the heading 1 may be any list's; only between or after parts that go on is it a heading."""
    values = [line.marker.value if line.part and line.marker else 0 for line in lines]
    return [
        replace(line, heading=None) if _is_other(line) and not _has_company(lines, values, index) else line
        for index, line in enumerate(lines)
    ]


def _has_company(lines: Sequence[Line], values: Sequence[int], index: int) -> bool:
    marker = lines[index].marker
    following = next((value for value in values[index + 1 :] if value), 0)
    return marker is not None and (following == marker.value + 1 or (marker.value > 3 and following <= 1))
