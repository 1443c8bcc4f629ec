"""The proof that nothing is lost: the text of every page, compared with the paragraphs that were placed on it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from manuals.importer.branches import read_clue
from manuals.importer.headings import key
from manuals.importer.numbering import parse_marker
from manuals.importer.paragraph import Paragraph, Style
from manuals.importer.plan import ImportPlan, PagePath
from manuals.importer.processes import is_filled
from manuals.importer.understanding import PREFACE_HEADING
from manuals.importer.wording import STANDARD_HEADINGS
from manuals.outline import Block, ChapterOutline, ManualOutline, Part, ProcessOutline
from portal.thai.damage import repair

# Where one paragraph becomes several values: a term and its meaning, a label and its value, the cells of a table.
_JOINTS: Final = re.compile(r"[\t\n:：]|หมายความว่า|หมายความถึง|หมายความรวมถึง|หมายถึง|\sคือว่า\s|\sคือ\s|\sได้แก่\s|\s[-–=]\s")


def missing(plan: ImportPlan) -> list[Paragraph]:
    """Return the paragraphs whose text is not on the page that they are said to be on; none, if all is well.

    Numbers before items and headings do not count: the portal writes them. Repairs do not count as losses.
    """
    texts = {path: key_of_lines(text) for path, text in text_of(plan.manual).items()}
    paragraphs = {paragraph.line: paragraph for paragraph in plan.paragraphs}
    wanted = Counter((placement.page, _key_of(paragraphs[placement.line])) for placement in plan.placements)
    return [
        paragraphs[placement.line]
        for placement in plan.placements
        if not _is_on_page(paragraphs[placement.line], texts[placement.page], wanted, placement.page)
        or not _has_picture(plan.manual, placement.page, paragraphs[placement.line])
    ]


def text_of(manual: ManualOutline) -> dict[PagePath, str]:
    """Return all text of every page, one value a line."""
    texts: dict[PagePath, str] = {(): "\n".join(_manual_values(manual))}
    for index, child in enumerate(manual.children):
        values = _chapter_values(child) if isinstance(child, ChapterOutline) else _process_values(child)
        texts[index,] = "\n".join(values)
    return texts


def key_of_lines(text: str) -> str:
    """Return the keys of the lines of `text`, a line each."""
    return "\n".join(key(line) for line in text.split("\n"))


def _key_of(paragraph: Paragraph) -> str:
    return key(parse_marker(repair(paragraph.text)[0])[1])


def _is_on_page(paragraph: Paragraph, text: str, wanted: Counter[tuple[PagePath, str]], page: PagePath) -> bool:
    repaired = repair(paragraph.text)[0]
    body = _key_of(paragraph)
    if paragraph.style is Style.IMAGE:
        return True
    if paragraph.style is Style.TABLE:
        cells = [cell for row in paragraph.rows[1:] for cell in row]
        return all(key(cell) in text or key(cell).isdecimal() for cell in cells)
    if text.count(body) >= wanted[page, body]:
        return True
    if clue := read_clue(parse_marker(repaired)[1]):
        return all(key(value) in text for value in (clue.actor, clue.time, clue.label))
    return all(
        key(piece) in text or key(parse_marker(piece)[1]) in text for piece in _JOINTS.split(parse_marker(repaired)[1])
    )


def _has_picture(manual: ManualOutline, page: PagePath, paragraph: Paragraph) -> bool:
    if paragraph.style is not Style.IMAGE:
        return True
    return any(block.image == paragraph.image for block in _blocks_on(manual, page))


def _blocks_on(manual: ManualOutline, page: PagePath) -> Iterator[Block]:
    if not page:
        yield from manual.preface
        return
    child = manual.children[page[0]]
    if isinstance(child, ChapterOutline):
        yield from child.blocks
        return
    for blocks in (child.objectives, child.scope, child.results, *child.intros.values()):
        yield from blocks


def _manual_values(manual: ManualOutline) -> Iterator[str]:
    yield from (manual.title, manual.summary, manual.office, manual.owner_position, manual.owner_group)
    yield from manual.cover_lines
    yield PREFACE_HEADING if manual.preface else ""
    yield from _block_values(manual.preface)


def _chapter_values(chapter: ChapterOutline) -> Iterator[str]:
    yield from (chapter.title, chapter.summary)
    yield from _block_values(chapter.blocks)


def _process_values(process: ProcessOutline) -> Iterator[str]:
    yield from (process.title, process.summary, process.name)
    for part in Part:
        if part in process.headings or is_filled(process, part):
            yield process.headings.get(part, STANDARD_HEADINGS[part])
        yield from _block_values(process.intros.get(part, ()))
    yield from _block_values((*process.objectives, *process.scope, *process.results))
    for definition in process.definitions:
        yield f"{definition.term} {definition.link_word} {definition.meaning}"
    for step_list in process.step_lists:
        yield step_list.title
        for step in step_list.steps:
            yield from (step.action, step.actor, step.time, step.detail)
            yield from (f"{branch.label} {branch.target}" for branch in step.branches)
    for use in process.forms:
        yield from (use.title, use.code, use.detail)
    for law in process.laws:
        yield from (law.citation, law.detail)


def _block_values(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.text
        for item in block.items:
            yield from (item.text, *item.children)
        for row in block.rows:
            yield from row
