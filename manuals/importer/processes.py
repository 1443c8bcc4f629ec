"""The lines of one process as a `ProcessOutline`: each part read in its own way, nothing between the parts lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from manuals.importer.blocks import goes_on, join, make_blocks
from manuals.importer.ledger import LeaveOut, PlaceLine
from manuals.importer.lines import Line
from manuals.importer.numbering import parse_marker
from manuals.importer.page_starts import CAPTION
from manuals.importer.part_rows import make_definitions, make_rows
from manuals.importer.plan import Place
from manuals.importer.steps import make_steps
from manuals.importer.wording import STANDARD_HEADINGS, Section
from manuals.outline import Block, Part, ProcessOutline


@dataclass
class _Parts:
    """The lines of a process sorted into its parts.

    `strays` stood before the first part; `others_before` are headings that are none of the nine, with what follows
    them, by the part that they stood before; `others` those whose part is still to come.
    """

    lines: dict[Part, list[Line]] = field(default_factory=dict)
    heads: dict[Part, Line] = field(default_factory=dict)
    strays: list[Line] = field(default_factory=list)
    others: list[Line] = field(default_factory=list)
    others_before: dict[Part, list[Line]] = field(default_factory=dict)


def make_process(title: str, lines: Sequence[Line], place: PlaceLine, leave_out: LeaveOut) -> ProcessOutline:
    """Return the process that `lines` tell of; without a `title` its name is one."""
    parts = _sort(lines)
    name = _take_name(parts, place)
    _move_captions(parts)
    process = ProcessOutline(title or name, name)
    for part, found in parts.lines.items():
        if part is not Part.NAME:
            process = _add_part(process, part, found, place)
    for part, others in parts.others_before.items():
        process = _add_doubtful(process, part, others, place)
    if parts.strays:
        process = _add_doubtful(process, _first_shown(process), parts.strays, place)
    return _add_headings(process, parts.heads, place, leave_out)


def _sort(lines: Sequence[Line]) -> _Parts:
    parts = _Parts()
    current: Part | None = None
    is_other = False
    for line in lines:
        kind = line.heading.kind if line.heading else None
        is_other = kind is Section.OTHER or (is_other and line.part is None)
        if isinstance(kind, Part):
            current = kind
            _open(parts, current, line)
        elif is_other:
            parts.others.append(line)
        else:
            current = _part_by_number(parts, line, current) or current
            (parts.strays if current is None else parts.lines[current]).append(line)
    if current and parts.others:
        parts.others_before.setdefault(current, []).extend(parts.others)
    return parts


def _open(parts: _Parts, part: Part, line: Line) -> None:
    if parts.others:
        parts.others_before.setdefault(part, []).extend(parts.others)
        parts.others = []
    if part in parts.lines:
        parts.lines[part].append(line)  # มาตรฐานงาน after the results: a heading within the part
        return
    parts.heads[part] = line
    parts.lines[part] = [_inline(line)] if line.heading and line.heading.inline else []


def _part_by_number(parts: _Parts, line: Line, current: Part | None) -> Part | None:
    """Return the part that `5.1` belongs to when the heading with the number 5 is missing."""
    order = list(Part)
    if current is None or line.marker is None or len(line.marker.path) < 2:
        return None
    numbered = {part: head.marker.value for part, head in parts.heads.items() if head.marker}
    keeps_order = all(order.index(part) + 1 == value for part, value in numbered.items())
    position = line.marker.path[0]
    if not keeps_order or numbered.get(current) != position - 1:
        return None
    missing = order[position - 1] if position <= len(order) else None
    if missing is None or missing in parts.lines:
        return None
    parts.lines[missing] = []
    return missing


def _inline(line: Line) -> Line:
    """Return what stood behind the colon of a heading as a line of its own."""
    text = line.heading.inline if line.heading else ""
    marker, body = parse_marker(text)
    if marker and not marker.is_certain:
        marker, body = None, text
    return replace(line, text=text, marker=marker, body=body, heading=None)


def _take_name(parts: _Parts, place: PlaceLine) -> str:
    """Return the name of the work; what follows it and is not its second half stays for the editor to place."""
    lines = parts.lines.get(Part.NAME, [])
    name = ""
    for index, line in enumerate(lines):
        if line.is_text and not line.heading and not name:
            name = line.body
        elif name and index == 1 and not line.marker and goes_on(lines, index):
            name = join(name, line.text)
        else:
            parts.strays.append(line)
            continue
        place(line, Part.NAME)
    return name


def _move_captions(parts: _Parts) -> None:
    """A diagram among the steps left only its caption: it is the flow chart's, wherever its heading went."""
    steps = parts.lines.get(Part.STEPS, [])
    captions = [line for line in steps if not line.marker and line.is_text and CAPTION.match(line.text)]
    if captions:
        parts.lines[Part.STEPS] = [line for line in steps if line not in captions]
        parts.lines.setdefault(Part.FLOW_CHART, []).extend(captions)


def _add_part(process: ProcessOutline, part: Part, lines: Sequence[Line], place: PlaceLine) -> ProcessOutline:
    doubtful: Sequence[Line] = ()
    blocks: Sequence[Block] = ()
    if part is Part.DEFINITIONS:
        rows = make_definitions(lines)
        process, blocks, doubtful = replace(process, definitions=tuple(rows.definitions)), rows.blocks, rows.doubtful
    elif part is Part.STEPS:
        step_lists, blocks, doubtful = make_steps(lines)
        process = replace(process, step_lists=step_lists)
    elif part is Part.FORMS or part is Part.LAWS:
        rows = make_rows(lines)
        blocks, doubtful = rows.blocks, rows.doubtful
        is_forms = part is Part.FORMS
        process = replace(process, forms=rows.forms()) if is_forms else replace(process, laws=rows.laws())
    else:
        blocks = make_blocks(lines)
    unsure = {line.paragraph.line for line in doubtful}
    for line in lines:
        place(line, part, line.paragraph.line not in unsure)
    return add_blocks(process, part, blocks)


def add_blocks(process: ProcessOutline, part: Part, blocks: Sequence[Block]) -> ProcessOutline:
    """Return the process with `blocks` at the head of a part."""
    if not blocks:
        return process
    if part is Part.OBJECTIVES:
        return replace(process, objectives=(*blocks, *process.objectives))
    if part is Part.SCOPE:
        return replace(process, scope=(*blocks, *process.scope))
    if part is Part.RESULTS:
        return replace(process, results=(*blocks, *process.results))
    return replace(process, intros={**process.intros, part: (*blocks, *process.intros.get(part, ()))})


def _add_doubtful(process: ProcessOutline, part: Part, lines: Sequence[Line], place: PlaceLine) -> ProcessOutline:
    """Keep lines that are none of the nine parts before the part that they stood before, marked."""
    part = Part.OBJECTIVES if part is Part.NAME else part
    for line in lines:
        place(line, part, False)
    return add_blocks(process, part, make_blocks(lines, is_recognised=False))


def _first_shown(process: ProcessOutline) -> Part:
    return next((part for part in Part if part is not Part.NAME and is_filled(process, part)), Part.OBJECTIVES)


def is_filled(process: ProcessOutline, part: Part) -> bool:
    """Say whether the page shows the part: an empty one is left out, and a flow chart is drawn from the steps."""
    if process.intros.get(part):
        return True
    held = "step_lists" if part in (Part.STEPS, Part.FLOW_CHART) else part.value
    return bool(getattr(process, held))


def _add_headings(
    process: ProcessOutline, heads: Mapping[Part, Line], place: PlaceLine, leave_out: LeaveOut
) -> ProcessOutline:
    """Keep the manual's own wording of the headings; one with nothing below it is left out with its part."""
    headings = {}
    for part, line in heads.items():
        wording = line.heading.wording if line.heading else ""
        if not is_filled(process, part):
            leave_out(line, _("The heading of a part without text."))
            continue
        if wording != STANDARD_HEADINGS[part]:
            headings[part] = wording
        if not (line.heading and line.heading.inline):
            place(line, Place.HEADING)
    return replace(process, headings=headings)
