"""The parts of a process that are rows rather than running text: definitions, forms, laws."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from manuals.importer.blocks import goes_on, join, make_block
from manuals.importer.lines import Line
from manuals.importer.numbering import depths
from manuals.importer.paragraph import Style
from manuals.importer.tables import definition_rows, titled_rows
from manuals.outline import Block, Definition, FormUse, LawUse

_STRONG_LINK: Final = re.compile(
    r"(?P<term>.{2,150}?)\s*(?P<link>หมายความว่า|หมายความถึง|หมายความรวมถึง|หมายถึง)\s*[:：]?\s*(?P<meaning>\S.*)",
    re.DOTALL,
)
_WEAK_LINK: Final = re.compile(
    r"(?P<term>.{2,80}?)(?:(?:\s+|(?<=[\"”’]))(?P<link>คือว่า|คือ|ได้แก่|[-–=])\s+|\s*(?P<sign>[:：\t])\s*)(?P<meaning>\S.*)",
    re.DOTALL,
)
_LINK_AT_END: Final = re.compile(r"(หมายความว่า|หมายความถึง|หมายถึง|คือ)\s*[:：]?$")
_ANNOUNCES: Final = re.compile(r"(ดังนี้|ดังต่อไปนี้|ได้แก่|ดังกล่าว|คือ|ประกอบด้วย|ด้าน|ประเภท|[:：])\s*$")
_LINK_AT_START: Final = re.compile(r"(หมายความว่า|หมายความถึง|หมายถึง)")


@dataclass
class Rows:
    """What became of the lines of a part. `doubtful` are the lines that were kept, but not understood."""

    blocks: list[Block] = field(default_factory=list)
    doubtful: list[Line] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    codes: dict[int, str] = field(default_factory=dict)
    details: dict[int, list[str]] = field(default_factory=dict)

    def forms(self) -> tuple[FormUse, ...]:
        return tuple(
            FormUse(title, self.codes.get(index, ""), "\n".join(self.details.get(index, ())))
            for index, title in enumerate(self.titles)
        )

    def laws(self) -> tuple[LawUse, ...]:
        return tuple(LawUse(title, "\n".join(self.details.get(index, ()))) for index, title in enumerate(self.titles))


def make_rows(lines: Sequence[Line]) -> Rows:
    """Return one row for each item; without numbers, for each paragraph."""
    rows = Rows()
    levels = iter(depths([line.marker for line in lines if line.marker]))
    has_markers = any(line.marker for line in lines)
    for index, line in enumerate(lines):
        level = next(levels) if line.marker else None
        if line.paragraph.style is Style.TABLE and (found := titled_rows(line.paragraph.rows)):
            _add_table(rows, found)
        elif not line.is_text or line.heading or (level is None and has_markers and not rows.titles):
            rows.blocks.append(make_block(line))
            rows.doubtful.append(line)
        elif level == 0 or not rows.titles or (not has_markers and not goes_on(lines, index)):
            rows.titles.append(line.body)
        else:
            _add_to_row(rows, lines, index, level)
    return rows


def _add_table(rows: Rows, found: Sequence[tuple[str, str, tuple[str, ...]]]) -> None:
    for title, code, rest in found:
        rows.codes[len(rows.titles)] = code
        rows.details[len(rows.titles)] = list(rest)
        rows.titles.append(title)


def _add_to_row(rows: Rows, lines: Sequence[Line], index: int, level: int | None) -> None:
    """The rest of a broken sentence joins its row; all else becomes the row's detail."""
    last = len(rows.titles) - 1
    detail = rows.details.setdefault(last, [])
    if level is None and not detail and goes_on(lines, index):
        rows.titles[last] = join(rows.titles[last], lines[index].text)
        return
    detail.append(lines[index].text)
    if level is None:
        rows.doubtful.append(lines[index])


def make_definitions(lines: Sequence[Line]) -> Rows:
    """Return each paragraph that says what a term means, split at หมายถึง or คือ; the others join the one before."""
    rows = Rows()
    for text, sources in _whole_sentences(lines):
        line = sources[0]
        definition = split_definition(text) if line.is_text and not goes_on([line], 0) else None
        if line.paragraph.style is Style.TABLE and (found := definition_rows(line.paragraph.rows)):
            rows.definitions.extend(found)
        elif definition:
            rows.definitions.append(definition)
        elif line.is_text and rows.definitions and not line.heading and _may_continue(rows, line):
            _continue_meaning(rows, line)
        else:
            rows.blocks.append(make_block(line))
            rows.doubtful.append(line)
    return rows


def _whole_sentences(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Return the text of each line; a term and its meaning on two lines are put together at their link word."""
    sentences: list[tuple[str, list[Line]]] = []
    for line in lines:
        if sentences and line.is_text and sentences[-1][1][-1].is_text:
            text, sources = sentences[-1]
            is_split = _LINK_AT_END.search(text) or _LINK_AT_START.match(line.body)
            if is_split and not (split_definition(text) and _LINK_AT_START.match(line.body)):
                sentences[-1] = f"{text} {line.body}", [*sources, line]
                continue
        sentences.append((line.body, [line]))
    return sentences


def split_definition(text: str) -> Definition | None:
    """Return term, link word and meaning, or None when the text defines nothing."""
    found = _STRONG_LINK.fullmatch(text) or _WEAK_LINK.fullmatch(text)
    if not found:
        return None
    groups = found.groupdict()
    return Definition(
        found["term"].strip(), found["meaning"].strip(), (groups["link"] or groups.get("sign") or "").strip() or ":"
    )


def _may_continue(rows: Rows, line: Line) -> bool:
    """A numbered paragraph goes on with a meaning that announces it, or that has begun to count already."""
    if line.marker is None or "\n" in rows.definitions[-1].meaning:
        return True
    return _ANNOUNCES.search(rows.definitions[-1].meaning) is not None


def _continue_meaning(rows: Rows, line: Line) -> None:
    last = rows.definitions[-1]
    is_rest = line.marker is None and goes_on([line], 0)
    meaning = join(last.meaning, line.text) if is_rest else f"{last.meaning}\n{line.text}"
    rows.definitions[-1] = Definition(last.term, meaning, last.link_word)
    if line.marker is None and not is_rest:
        rows.doubtful.append(line)
