"""The table of contents: found, left out because the portal draws its own, and compared with what was found."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from manuals.importer.headings import distance, key, recognise
from manuals.importer.lines import Line
from manuals.importer.paragraph import Style
from manuals.importer.plan import Finding
from manuals.importer.wording import Section

_NUMBERED_SHEET: Final = re.compile(
    r"^(?P<title>.*?\S)\s*(?:\t[\s.…·_]*|\.{3,}[\s.…]*|…+[\s.…]*|\s{2,})(?P<sheet>[0-9๐-๙]{1,4}|[ก-ฮ]|[ivx]{1,5})?\s*$"
)
_ENDS_IN_NUMBER: Final = re.compile(r"^(?P<title>.*?\S)\s+(?P<sheet>[0-9๐-๙]{1,4})\s*$")
_CAPTIONS: Final = frozenset({"เรื่องหน้า", "เรื่อง", "หน้า", "บทที่หน้า", "สารบัญต่อ", "ลำดับเรื่องหน้า"})
_ABBREVIATED: Final = ("ฯ", "ฯลฯ")
_LETTERS_A_SLIP: Final = 12
_FEWEST_LETTERS: Final = 3
_MOST_SLIPS: Final = 3
_LONGEST_ENTRY: Final = 150
_LONGEST_LINE: Final = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the title it promises, as a key. `is_cut` when it ends in ฯ."""

    line: Line
    title: str
    key: str
    is_cut: bool = False
    is_sure: bool = False  # it has a page number or a leader

    def names(self, other: str) -> bool:
        """Say whether a page with the key `other` is the one meant."""
        if self.is_cut and other.startswith(self.key):
            return True
        bound = min(len(self.key) // _LETTERS_A_SLIP, _MOST_SLIPS)
        return distance(self.key, other, bound) is not None


@dataclass(frozen=True, slots=True)
class Contents:
    """The lines `start` to `end` (not included) and the entries among them."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def find_contents(lines: Sequence[Line]) -> list[Contents]:
    """Return the tables of contents of the document: several where manuals were put together into one file."""
    last_seen = {line.key: index for index, line in enumerate(lines)}
    tables: list[Contents] = []
    for index, line in enumerate(lines):
        if _begins(line) and (not tables or index >= tables[-1].end):
            tables.append(_read_contents(lines, index, last_seen))
    return tables


def _read_contents(lines: Sequence[Line], start: int, last_seen: dict[str, int]) -> Contents:
    entries: list[Entry] = []
    collected: set[str] = set()
    end = start + 1
    while end < len(lines) and _is_entry(lines, end, last_seen, collected):
        entry = make_entry(lines[end])
        collected |= {entry.key, lines[end].key}
        entries.append(entry)
        end += 1
    return Contents(start, end, tuple(entries))


def _begins(line: Line) -> bool:
    return line.paragraph.style is Style.CONTENTS or (
        line.heading is not None and line.heading.kind is Section.CONTENTS
    )


def make_entry(line: Line) -> Entry:
    """Return the title that a line of the contents promises, without leader and page number."""
    sure = _NUMBERED_SHEET.match(line.body) if len(line.body) < _LONGEST_LINE else None
    title = sure["title"] if sure else line.body
    return Entry(line, title, key(title), title.endswith(_ABBREVIATED), sure is not None)


def _is_entry(lines: Sequence[Line], index: int, last_seen: dict[str, int], collected: set[str]) -> bool:
    line = lines[index]
    entry = make_entry(line)
    if line.paragraph.style is Style.CONTENTS or entry.is_sure or entry.key in _CAPTIONS:
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    if entry.key in collected or not line.is_text or (following and following.part):
        return False
    if line.heading and line.heading.kind in (Section.PREFACE, Section.CONTENTS):
        return following is not None and len(following.text) < _LONGEST_ENTRY
    numbered = _ENDS_IN_NUMBER.match(line.body)
    promised = {entry.key, key(numbered["title"]) if numbered else entry.key}
    if any(last_seen.get(title, 0) > index for title in promised):
        return True
    return not line.paragraph.stands_alone and len(line.text) < _LONGEST_ENTRY


def titles_of(contents: Contents) -> list[Entry]:
    """Return the entries that promise a page of the body: not the preface, the contents itself and the captions."""
    return [
        entry
        for entry in contents.entries
        if entry.key not in _CAPTIONS and len(entry.key) > _FEWEST_LETTERS and not _is_front_matter(entry)
    ]


def _is_front_matter(entry: Entry) -> bool:
    heading = recognise(entry.title)
    return heading is not None and heading.kind in (Section.PREFACE, Section.CONTENTS)


def compare(contents: Contents, titles: Iterable[str]) -> list[Finding]:
    """Return a finding for each entry without a page, and for the first that stands in another order than its page."""
    keys = [key(title) for title in titles]
    positions = {title: index for index, title in reversed(list(enumerate(keys)))}
    findings = []
    last = -1
    for entry in titles_of(contents):
        position = positions.get(entry.key)
        if position is None:
            position = next((index for index, other in enumerate(keys) if entry.names(other)), None)
        if position is None:
            problem = _("The table of contents names a part that was not found under this heading.")
        elif position < last:
            problem = _("The table of contents names this part in another order than the text has it.")
        else:
            last = position
            continue
        findings.append(Finding(entry.line.paragraph.line, entry.title, problem, context=entry.line.text))
    return findings
