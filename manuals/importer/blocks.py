"""Lines of running text as blocks: paragraphs, nested lists, tables, pictures; broken sentences joined."""

import re
from collections.abc import Sequence
from typing import Final

from manuals.importer.lines import Line
from manuals.importer.numbering import depths
from manuals.importer.paragraph import Style
from manuals.outline import Block, BlockKind, ListItem

# Words that go on with a sentence and begin none.
_GOES_ON: Final = re.compile(r"(และ|หรือ|รวมทั้ง|รวมถึง|ตลอดจน|พร้อมทั้ง|ซึ่ง|อันเป็น|เพื่อให้|ของ|แก่|ต่อไป)")
_LONGEST_REST: Final = 160


def make_blocks(lines: Sequence[Line], *, is_recognised: bool = True) -> tuple[Block, ...]:
    """Return the blocks of `lines`; with `is_recognised` false their text is marked for the editor."""
    blocks: list[Block] = []
    start = 0
    while start < len(lines):
        end = list_end(lines, start)
        if end > start:
            blocks.append(make_list(lines[start:end]))
        else:
            end = start + 1
            blocks.append(make_block(lines[start], is_recognised=is_recognised))
        start = end
    return tuple(blocks)


def make_block(line: Line, *, is_recognised: bool = True) -> Block:
    """Return the block of one line that is no list item."""
    paragraph = line.paragraph
    if paragraph.style is Style.TABLE:
        return Block(BlockKind.TABLE, rows=paragraph.rows)
    if paragraph.style is Style.IMAGE:
        return Block(BlockKind.IMAGE, line.text, image=paragraph.image, image_name=paragraph.image_name)
    if is_heading(line):
        return Block(BlockKind.HEADING, line.body if line.heading else line.text)
    if paragraph.style is Style.TEXT_BOX or not is_recognised:
        return Block(BlockKind.UNRECOGNISED, line.text)
    return Block(BlockKind.PARAGRAPH, line.text)


def list_end(lines: Sequence[Line], start: int) -> int:
    """Return where the list that begins at `start` ends; `start` when no list begins there."""
    if not is_item(lines[start]):
        return start
    end = start + 1
    while end < len(lines):
        if is_item(lines[end]) or goes_on(lines, end):
            end += 1
        else:
            break
    return end


def is_item(line: Line) -> bool:
    return line.marker is not None and line.is_text and not is_heading(line)


def is_heading(line: Line) -> bool:
    return line.paragraph.style is Style.HEADING or line.heading is not None


def goes_on(lines: Sequence[Line], index: int) -> bool:
    """Say whether the unnumbered line is the rest of the item before it, broken off in mid-sentence."""
    line = lines[index]
    if not line.is_text or is_heading(line) or len(line.text) > _LONGEST_REST:
        return False
    return bool(_GOES_ON.match(line.text)) or _stands_between_items(lines, index)


def _stands_between_items(lines: Sequence[Line], index: int) -> bool:
    following = lines[index + 1].marker if index + 1 < len(lines) else None
    if following is None or following.value < 2:
        return False
    before = (line.marker for line in reversed(lines[:index]) if line.marker)
    return any(marker.style == following.style and marker.value == following.value - 1 for marker in before)


def join(text: str, rest: str) -> str:
    """Return a sentence and its rest as one. และ and its like take no blank before them after a Thai letter."""
    return f"{text}{rest}" if _GOES_ON.match(rest) else f"{text} {rest}"


def make_list(lines: Sequence[Line]) -> Block:
    """Return the list that `lines` are: items and, below them, all that is indented deeper."""
    kind = BlockKind.NUMBERED_LIST if lines[0].marker and lines[0].marker.path else BlockKind.BULLET_LIST
    return Block(kind, items=make_items(lines))


def make_items(lines: Sequence[Line]) -> tuple[ListItem, ...]:
    """Return the items of one list. The third level and below keep their markers inside the second."""
    levels = iter(depths([line.marker for line in lines if line.marker]))
    tree: list[list[str]] = []
    for line in lines:
        if line.marker is None:
            tree[-1][-1] = join(tree[-1][-1], line.text)
            continue
        level = next(levels)
        if level == 0 or not tree:
            tree.append([line.body])
        else:
            tree[-1].append(line.body if level == 1 else line.text)
    return tuple(ListItem(texts[0], tuple(texts[1:])) for texts in tree)
