"""Outline blocks -> the raw values of a StreamField."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.blocks import StreamValue

from portal.thai.normalise import squash

from .outline import Block, BlockKind, ListItem
from .pictures import Pictures

RawBlock = dict[str, Any]

_TAG = re.compile("<[^>]*>")
_HIDDEN = frozenset({"id", "type"})  # keys of a raw block that hold no words


def raw_stream(blocks: Iterable[Block], pictures: Pictures, *, has_tasks: bool = False) -> list[RawBlock]:
    """The value to assign to a StreamField of `BODY_BLOCKS`, or with `has_tasks` of `CHAPTER_BLOCKS`."""
    return [raw for block in blocks for raw in _raw_blocks(block, pictures, has_tasks)]


def keep_edited(raw: list[RawBlock], standing: StreamValue) -> list[RawBlock]:
    """`raw`, but a block that stands already with the same words stays as it is: its identity, bold words, links."""
    known: dict[tuple[str, ...], list[RawBlock]] = {}
    for block in standing.raw_data:
        known.setdefault(_words(block), []).append(block)
    return [known[key].pop(0) if known.get(key := _words(block)) else block for block in raw]


def _raw_blocks(block: Block, pictures: Pictures, has_tasks: bool) -> Iterator[RawBlock]:
    kind = block.kind
    if kind in (BlockKind.HEADING, BlockKind.UNRECOGNISED):
        yield {"type": kind.value, "value": block.text}
    elif kind == BlockKind.TABLE:
        yield {"type": "table", "value": _table(block)}
    elif kind == BlockKind.IMAGE:
        yield pictures.raw_block(block)
    elif kind == BlockKind.TASKS and has_tasks:
        yield {"type": "tasks", "value": {"title": block.text, "tasks": list(_flat(block.items))}}
    else:
        yield from _text_and_list(block)


def _text_and_list(block: Block) -> Iterator[RawBlock]:
    """A paragraph; or a list, whose title becomes the paragraph before it."""
    if block.text:
        yield {"type": "paragraph", "value": _rich_text(block.text)}
    if block.items:
        kind = "bullet_list" if block.kind == BlockKind.BULLET_LIST else "numbered_list"
        items = [{"text": item.text, "children": list(item.children)} for item in block.items]
        yield {"type": kind, "value": {"items": items}}


def _rich_text(text: str) -> SafeString:
    lines = format_html_join(SafeString("<br/>"), "{}", ((line,) for line in text.split("\n")))
    return format_html("<p>{}</p>", lines)


def _flat(items: Iterable[ListItem]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from item.children


def _table(block: Block) -> dict[str, Any]:
    width = max((len(row) for row in block.rows), default=0)
    data = [[*row, *[""] * (width - len(row))] for row in block.rows]
    return {
        "data": data,
        "table_caption": block.text,
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "cell": [],
        "mergeCells": [],
    }


def _words(block: Mapping[str, Any]) -> tuple[str, ...]:
    """The kind of a raw block and the words in it, whatever else the editor wrote beside them."""
    return (block["type"], *_texts(block["value"]))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key in sorted(value.keys() - _HIDDEN):
            yield from _texts(value[key])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str) and (text := squash(_TAG.sub("", value))):
        yield text
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)  # the key of a picture
