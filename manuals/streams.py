"""Outline blocks -> the raw values of a StreamField."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha1
from typing import Any

from django.core.files.base import ContentFile
from django.utils.html import format_html

from portal.content.models import PortalImage

from .outline import Block, BlockKind, ListItem

RawBlock = dict[str, Any]


def raw_stream(blocks: Iterable[Block], *, has_tasks: bool = False) -> list[RawBlock]:
    """The value to assign to a StreamField of `BODY_BLOCKS`, or with `has_tasks` of `CHAPTER_BLOCKS`."""
    return [raw for block in blocks for raw in _raw_blocks(block, has_tasks)]


def _raw_blocks(block: Block, has_tasks: bool) -> Iterator[RawBlock]:
    kind = block.kind
    if kind in (BlockKind.HEADING, BlockKind.UNRECOGNISED):
        yield {"type": kind.value, "value": block.text}
    elif kind == BlockKind.TABLE:
        yield {"type": "table", "value": _table(block.rows)}
    elif kind == BlockKind.IMAGE:
        yield {"type": "image", "value": _image(block)}
    elif kind == BlockKind.TASKS and has_tasks:
        yield {"type": "tasks", "value": {"title": block.text, "tasks": list(_flat(block.items))}}
    else:
        yield from _text_and_list(block)


def _text_and_list(block: Block) -> Iterator[RawBlock]:
    """A paragraph; or a list, whose title becomes the paragraph before it."""
    if block.text:
        yield {"type": "paragraph", "value": format_html("<p>{}</p>", block.text)}
    if block.items:
        kind = "bullet_list" if block.kind == BlockKind.BULLET_LIST else "numbered_list"
        items = [{"text": item.text, "children": list(item.children)} for item in block.items]
        yield {"type": kind, "value": {"items": items}}


def _flat(items: Iterable[ListItem]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from item.children


def _table(rows: tuple[tuple[str, ...], ...]) -> dict[str, Any]:
    width = max((len(row) for row in rows), default=0)
    data = [[*row, *[""] * (width - len(row))] for row in rows]
    return {"data": data, "first_row_is_table_header": True, "first_col_is_header": False, "cell": [], "mergeCells": []}


def _image(block: Block) -> dict[str, Any]:
    """The same picture, imported twice, is kept once."""
    digest = sha1(block.image, usedforsecurity=False).hexdigest()
    image = PortalImage.objects.filter(file_hash=digest).first()
    if image is None:
        name = block.image_name or "picture.png"
        image = PortalImage(title=block.text or name, description=block.text[:255], file=ContentFile(block.image, name))
        image.file_hash = digest
        image.save()
    return {"image": image.pk, "alt_text": block.text, "decorative": not block.text}
