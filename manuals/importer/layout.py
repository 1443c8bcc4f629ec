"""The pages of a manual as spans of lines: cover, preface, contents, chapters and processes, in their order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from manuals.importer.contents import Contents, find_contents
from manuals.importer.lines import Line
from manuals.importer.page_starts import Opening, Start, find_starts
from manuals.importer.paragraph import Style
from manuals.outline import Part

_MOST_COVER_LINES = 30
_LONGEST_COVER_LINE = 150
_TELLING = frozenset({Part.NAME, Part.STEPS, Part.FLOW_CHART, Part.FORMS})


@dataclass
class Span:
    """The lines of one page, those of its title apart."""

    start: Start
    heading: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Without its number, which the portal writes; บทที่ 2 is a part of the title."""
        return " ".join(_without_number(line) for line in self.heading)

    @property
    def parts(self) -> set[Part]:
        return {line.part for line in self.lines if line.part}

    @property
    def is_process(self) -> bool:
        """A chapter may have objectives and a scope too; only work has a name, steps, a chart or forms."""
        parts = self.parts
        return len(parts) >= 2 and bool(parts & _TELLING)


@dataclass
class Layout:
    """The spans of a manual."""

    cover: list[Line] = field(default_factory=list)
    contents: list[Contents] = field(default_factory=list)
    contents_lines: list[Line] = field(default_factory=list)
    preface: Span | None = None
    pages: list[Span] = field(default_factory=list)


def lay_out(lines: Sequence[Line]) -> Layout:
    """Return where every line belongs."""
    contents = find_contents(lines)
    starts = find_starts(lines, contents)
    listed = {index for table in contents for index in range(table.start, table.end)}
    layout = Layout(contents=contents)
    current: Span | None = None
    for index, line in enumerate(lines):
        if index in starts:
            current = _open(layout, starts[index])
        if index in listed:
            layout.contents_lines.append(line)
        elif current is None:
            layout.cover.append(line)
        elif len(current.heading) < current.start.title_lines:
            current.heading.append(line)
        else:
            current.lines.append(line)
    _take_back_guesses(layout)
    _end_cover(layout)
    return layout


def _without_number(line: Line) -> str:
    is_worded = line.marker is not None and bool(line.marker.word)
    return line.text if is_worded else line.body or line.text


def _end_cover(layout: Layout) -> None:
    """What goes on like running text before any heading is no cover, but a page without a title."""
    has_pages = bool(layout.pages or layout.preface or layout.contents_lines)
    most = _MOST_COVER_LINES if has_pages else 1
    end = next((index for index, line in enumerate(layout.cover) if not _may_be_cover(line)), len(layout.cover))
    end = min(end, most) if has_pages or (layout.cover and layout.cover[0].text.startswith("คู่มือ")) else 0
    if layout.cover[end:]:
        layout.pages.insert(0, Span(Start(title_lines=0), lines=layout.cover[end:]))
        del layout.cover[end:]


def _may_be_cover(line: Line) -> bool:
    is_numbered = line.marker is not None and bool(line.marker.path)
    return len(line.text) <= _LONGEST_COVER_LINE and not is_numbered and line.paragraph.style is not Style.TABLE


def _open(layout: Layout, start: Start) -> Span:
    span = Span(start)
    if start.opening is Opening.PREFACE:
        layout.preface = span
    else:
        layout.pages.append(span)
    return span


def _take_back_guesses(layout: Layout) -> None:
    """Join a guessed page that turned out to be no process to the page before it."""
    kept: list[Span] = []
    for span in layout.pages:
        if span.start.is_guess and not span.is_process and kept and not kept[-1].is_process:
            kept[-1].lines.extend([*span.heading, *span.lines])
        else:
            kept.append(span)
    layout.pages = kept
