"""Where each page of a manual begins: at a title, a known chapter heading, where the parts of a process begin anew."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from manuals.importer.contents import Contents, Entry, titles_of
from manuals.importer.headings import Heading
from manuals.importer.lines import Line
from manuals.importer.paragraph import Style
from manuals.importer.wording import Section
from manuals.outline import Part

CAPTION: Final = re.compile(r"(แผนภูมิ|แผนภาพ|แผนผัง|ภาพ|รูป|ตาราง)(ที่)?\s*([0-9๐-๙]+|แสดง)")
CHAPTER_WORDS: Final = frozenset({"บทที่", "ตอนที่", "ภาคที่"})
_LONGEST_TITLE: Final = 200


class Opening(Enum):
    """What begins here."""

    PREFACE = auto()
    PAGE = auto()
    REFERENCES = auto()


@dataclass(frozen=True, slots=True)
class Start:
    """The first line of a page; its title takes so many lines. A guess that turns out no process is taken back."""

    opening: Opening = Opening.PAGE
    title_lines: int = 1
    is_guess: bool = False


def find_starts(lines: Sequence[Line], contents: Sequence[Contents]) -> dict[int, Start]:
    """Return the start of every page by the index of its first line."""
    listed = {index for table in contents for index in range(table.start, table.end)}
    indices = [index for index in range(len(lines)) if index not in listed]
    starts = _known_sections(lines, indices)
    starts |= {index: Start() for index in _styled_titles(lines, indices) if index not in starts}
    starts |= {index: Start() for index in _promised_titles(lines, indices, contents) if index not in starts}
    for table in contents:
        if table.entries and table.end < len(lines) and table.end not in starts and table.end not in listed:
            starts[table.end] = Start(title_lines=int(is_title_like(lines, table.end)), is_guess=True)
    return _join_titles(lines, starts | _new_processes(lines, indices, starts))


def _join_titles(lines: Sequence[Line], starts: dict[int, Start]) -> dict[int, Start]:
    """บทที่ 2 alone on its line has its title on the next."""
    joined = dict(starts)
    for index, start in starts.items():
        is_bare = start.title_lines and lines[index].marker and not lines[index].body
        if is_bare and (index + 1 in joined or (index + 1 < len(lines) and is_title_like(lines, index + 1))):
            joined.pop(index + 1, None)
            joined[index] = replace(start, title_lines=2)
    return joined


def is_title_like(lines: Sequence[Line], index: int) -> bool:
    """Say whether the line could be the title of what follows it."""
    line = lines[index]
    if not line.is_text or line.heading or len(line.text) > _LONGEST_TITLE or "หมายถึง" in line.text:
        return False
    if CAPTION.match(line.text) or not line.key:
        return False
    if line.marker is None or line.marker.word or line.paragraph.style is Style.HEADING:
        return True
    following = lines[index + 1].marker if index + 1 < len(lines) else None
    return following is not None and following.path[:-1] == line.marker.path


def _known_sections(lines: Sequence[Line], indices: Iterable[int]) -> dict[int, Start]:
    starts: dict[int, Start] = {}
    for index in indices:
        line = lines[index]
        kind = line.heading.kind if line.heading else None
        if kind is Section.PREFACE and not any(start.opening is Opening.PREFACE for start in starts.values()):
            starts[index] = Start(Opening.PREFACE)
        elif kind is Section.REFERENCES:
            starts[index] = Start(Opening.REFERENCES)
        elif kind is Section.PREFACE and line.paragraph.stands_alone:
            starts[index] = Start()  # of another manual in the same file
        elif _is_chapter(line, kind):
            starts[index] = Start()
    return starts


def _is_chapter(line: Line, kind: Part | Section | None) -> bool:
    if line.marker and line.marker.word in CHAPTER_WORDS:
        return line.paragraph.stands_alone and len(line.text) <= _LONGEST_TITLE
    return kind is Section.CHAPTER and line.paragraph.stands_alone


def _styled_titles(lines: Sequence[Line], indices: Sequence[int]) -> list[int]:
    """Return the titles that a Word file's heading styles tell: above the level of the parts of a process."""
    styled = [index for index in indices if lines[index].paragraph.style is Style.HEADING]
    others = [index for index in styled if not lines[index].heading]
    if not others:
        return []
    part_levels = Counter(lines[index].paragraph.level for index in styled if lines[index].part)
    if part_levels:
        limit = part_levels.most_common(1)[0][0]
        first = min(index for index in styled if lines[index].part)
        return [
            index
            for index in others
            if lines[index].paragraph.level < limit
            or (lines[index].paragraph.level == limit and (index + 1 < first or _precedes_part(lines, index)))
        ]
    levels = Counter(lines[index].paragraph.level for index in others)
    top = min(levels)
    limit = min((level for level in levels if level > top), default=top) if levels[top] == 1 else top
    return [index for index in others if lines[index].paragraph.level <= limit]


def _precedes_part(lines: Sequence[Line], index: int) -> bool:
    return index + 1 < len(lines) and lines[index + 1].part is not None


def _promised_titles(lines: Sequence[Line], indices: Sequence[int], contents: Sequence[Contents]) -> list[int]:
    """Return the lines that the contents promise or that a process gives as its name: its title stands above it."""
    names = _names(lines)
    body = contents[0].end if contents and contents[0].entries else 0
    by_key: dict[str, list[int]] = {}
    for index in indices:
        if index >= body and index not in names and not lines[index].heading:
            by_key.setdefault(lines[index].key, []).append(index)
    found = set()
    for name in set(names.values()):
        found.update(_title_among(lines, by_key.get(name, [])))
    for table in contents:
        for entry in titles_of(table):
            matching = by_key.get(entry.key) or _nearly(entry, by_key)
            found.update(_title_among(lines, [index for index in matching if index >= table.end]))
    return sorted(found)


def _names(lines: Sequence[Line]) -> dict[int, str]:
    """Return the key of the name in each process, by the index of its line."""
    names = {}
    for index, line in enumerate(lines):
        if line.part is not Part.NAME or line.heading is None:
            continue
        if not line.heading.inline and index + 1 < len(lines) and not lines[index + 1].heading:
            names[index + 1] = lines[index + 1].key
    return names


def _nearly(entry: Entry, by_key: dict[str, list[int]]) -> list[int]:
    return sorted(index for other, found in by_key.items() if entry.names(other) for index in found)


def _title_among(lines: Sequence[Line], indices: Sequence[int]) -> list[int]:
    """Of the lines that read like a title take those right above a part, or else the first that stands alone."""
    above_parts = [index for index in indices if _precedes_part(lines, index)]
    if above_parts:
        return above_parts
    return [index for index in indices if is_title_like(lines, index) and lines[index].paragraph.stands_alone][:1]


def _new_processes(lines: Sequence[Line], indices: Sequence[int], starts: dict[int, Start]) -> dict[int, Start]:
    """Return a guessed start wherever parts begin that the page before has had already, or that have no page at all."""
    guessed: dict[int, Start] = {}
    names = _names(lines)
    seen: dict[Part, Heading] = {}
    last_start = last_head = -1
    for index in indices:
        line = lines[index]
        if index in starts:
            seen, last_start = {}, index
        if line.part is None or line.heading is None:
            continue
        is_first = not seen and last_start not in (index, index - 1)
        is_own_name = line.part is Part.NAME and last_start >= 0 and lines[last_start].key == names.get(index + 1)
        if is_first or (seen and not is_own_name and _begins_anew(line, lines[last_head], seen)):
            is_titled = index - 1 > last_head and index - 1 not in starts and is_title_like(lines, index - 1)
            last_start = index - 1 if is_titled else index
            guessed[last_start] = Start(title_lines=int(is_titled), is_guess=True)
            seen = {}
        seen.setdefault(line.part, line.heading)
        last_head = index
    return guessed


def _begins_anew(line: Line, last_head: Line, seen: dict[Part, Heading]) -> bool:
    if line.heading is None or line.part is None or line.heading.is_continued:
        return False
    number = line.marker.value if line.marker else 0
    if line.part is Part.NAME:
        return line.part in seen or number <= 1
    if line.part not in seen or line.heading.is_standard != seen[line.part].is_standard:
        return False
    goes_on = last_head.marker is not None and number == last_head.marker.value + 1
    return not goes_on and last_head.part is not line.part
