"""The lines of a chapter as blocks; the work groups and their tasks become the diagrams they once were."""

import re
from collections.abc import Sequence
from typing import Final

from manuals.importer.blocks import is_item, list_end, make_blocks, make_items
from manuals.importer.ledger import PlaceLine
from manuals.importer.lines import Line
from manuals.importer.plan import Place
from manuals.outline import Block, BlockKind, ChapterOutline, ListItem

_GROUP: Final = re.compile(r"กลุ่ม(งาน|นิเทศ|อำนวยการ|บริหาร|ส่งเสริม|พัฒนา|นโยบาย|หน่วย)")
_FRAMEWORK: Final = re.compile(r"(กรอบ|โครงสร้าง|ขอบข่าย)(ภาระ|ภารกิจ)?งาน")
_TASK: Final = re.compile("งาน")


def make_chapter(title: str, lines: Sequence[Line], place: PlaceLine, *, is_recognised: bool = True) -> ChapterOutline:
    """Return the chapter that `lines` are the text of."""
    blocks: list[Block] = []
    start = 0
    while start < len(lines):
        end = _tasks_end(lines, start)
        if end > start:
            blocks.extend(_make_tasks(lines[start:end]))
        else:
            end = max(list_end(lines, start), start + 1)
            blocks.extend(make_blocks(lines[start:end], is_recognised=is_recognised))
        start = end
    for line in lines:
        place(line, Place.BODY, is_recognised)
    return ChapterOutline(title, tuple(blocks))


def _tasks_end(lines: Sequence[Line], start: int) -> int:
    """Return where the tasks end that a work group, or a caption, begins here; `start` when none does."""
    if not lines[start].is_text or start + 1 == len(lines):
        return start
    if is_item(lines[start]):
        end = list_end(lines, start)
        items = make_items(lines[start:end])
        if _are_groups(items):
            return end
    elif _FRAMEWORK.match(lines[start].body) and is_item(lines[start + 1]):
        return list_end(lines, start + 1)
    return _plain_tasks_end(lines, start)


def _are_groups(items: Sequence[ListItem]) -> bool:
    groups = [item for item in items if item.children and _GROUP.match(item.text)]
    has_mixed_up = any(_GROUP.match(child) for item in groups for child in item.children)
    return len(groups) * 2 > len(items) and not has_mixed_up


def _plain_tasks_end(lines: Sequence[Line], start: int) -> int:
    """A group and its tasks that lost their numbers are still told by the words they begin with."""
    if not _GROUP.match(lines[start].body):
        return start
    end = start + 1
    while end < len(lines) and lines[end].is_text and _TASK.match(lines[end].body):
        end += 1
    return end if end > start + 1 else start


def _make_tasks(lines: Sequence[Line]) -> list[Block]:
    if not is_item(lines[0]) and is_item(lines[1]):
        return [Block(BlockKind.TASKS, lines[0].body, make_items(lines[1:]))]
    if not is_item(lines[0]) or not _are_groups(make_items(lines)):
        return [Block(BlockKind.TASKS, lines[0].body, tuple(ListItem(line.body) for line in lines[1:]))]
    return [
        Block(BlockKind.TASKS, item.text, tuple(ListItem(child) for child in item.children))
        if item.children
        else Block(BlockKind.PARAGRAPH, item.text)
        for item in make_items(lines)
    ]
