"""What the importer understood, before anything is written: the outline, and the account of every paragraph."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from manuals.importer.paragraph import Paragraph
from manuals.outline import ManualOutline, Part, ProcessOutline

PagePath = tuple[int, ...]  # () is the manual, (2,) its third child


class Place(StrEnum):
    """Where on a page a paragraph went that belongs to none of the nine parts."""

    COVER = "cover"
    PREFACE = "preface"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Placement:
    """The one place of a paragraph. What is not `is_recognised` is kept, marked for the editor."""

    line: int
    text: str
    page: PagePath
    part: Part | Place
    is_recognised: bool = True


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paragraph that is on no page on purpose, and why."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What looks like damage. `repaired` is what now stands there, or nothing when it was left as it is."""

    line: int
    text: str
    problem: str
    repaired: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A line of the preview: a page (`part` is None) or a part of one."""

    depth: int
    title: str
    part: Part | None
    paragraphs: int
    unrecognised: int


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """A manual as it was understood. Every paragraph of the source is in one placement or in `left_out`."""

    manual: ManualOutline
    paragraphs: tuple[Paragraph, ...]
    placements: tuple[Placement, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]

    def check(self) -> None:
        """Raise `AssertionError` unless every paragraph is accounted for exactly once, on a page that exists."""
        accounted = Counter(entry.line for entry in self.placements)
        accounted.update(entry.line for entry in self.left_out)
        expected = Counter(paragraph.line for paragraph in self.paragraphs)
        if accounted != expected:
            wrong = sorted((expected - accounted) + (accounted - expected))
            raise AssertionError(f"Paragraphs not accounted for exactly once: {wrong}")
        pages = {(), *((index,) for index in range(len(self.manual.children)))}
        strays = [placement.line for placement in self.placements if placement.page not in pages]
        if strays:
            raise AssertionError(f"Paragraphs placed on a page that is not there: {strays}")


def outline_text(plan: ImportPlan) -> list[OutlineLine]:
    """Return the outline for the preview: the manual, its pages, and the parts of each process."""
    pages: dict[PagePath, list[Placement]] = {}
    for placement in plan.placements:
        pages.setdefault(placement.page, []).append(placement)
    lines = [_line(0, plan.manual.title, None, pages.get((), []))]
    for index, child in enumerate(plan.manual.children):
        placements = pages.get((index,), [])
        lines.append(_line(1, child.title, None, placements))
        if isinstance(child, ProcessOutline):
            lines.extend(_part_lines(child, placements))
    return lines


def _part_lines(process: ProcessOutline, placements: Sequence[Placement]) -> list[OutlineLine]:
    grouped = {part: [placement for placement in placements if placement.part == part] for part in Part}
    return [
        _line(2, process.headings.get(part, ""), part, found)
        for part, found in grouped.items()
        if found or part in process.headings
    ]


def _line(depth: int, title: str, part: Part | None, placements: Sequence[Placement]) -> OutlineLine:
    unrecognised = sum(not placement.is_recognised for placement in placements)
    return OutlineLine(depth, title, part, len(placements), unrecognised)
