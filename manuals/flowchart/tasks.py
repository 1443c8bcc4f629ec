"""Draws a work group's tasks as a tree: the group above, its tasks below, joined by a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import ceil

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .labels import LINE_HEIGHT, TEXT_SIZE, Weight, wrap_evenly
from .svg import frame, join, number, path, text_lines
from .values import Drawing

WIDTH = 360
MARGIN = 12
INDENT = 32  # of the tasks' boxes; the trunk of the tree runs half-way
GAP = 14
PADDING = 16
MOST_LINES = 6


def draw_task_diagram(title: str, tasks: Sequence[str], *, description: str, ids: str = "tasks") -> Drawing:
    """A group's title with a box per task. `ids` begins every id in the SVG and must be unique on the page."""
    inner = WIDTH - 2 * MARGIN
    head = wrap_evenly(title, inner - 2 * PADDING, MOST_LINES, TEXT_SIZE, Weight.SEMIBOLD)
    boxes = [wrap_evenly(task, inner - INDENT - 2 * PADDING, MOST_LINES) for task in tasks]
    heights = [_height(lines) for lines in (head, *boxes)]
    tops = list(accumulate((height + GAP for height in heights), initial=MARGIN))
    middles = [top + height / 2 for top, height in zip(tops, heights, strict=False)]
    trunk = MARGIN + INDENT / 2
    parts = [_branch(trunk, middle) for middle in middles[1:]]
    if tasks:
        parts.append(_line(path([(trunk, tops[0] + heights[0]), (trunk, middles[-1])])))
    parts.append(_box("end", MARGIN, tops[0], inner, heights[0]))
    parts.append(text_lines(head, WIDTH / 2, middles[0], "end-t"))
    for lines, top, height, middle in zip(boxes, tops[1:], heights[1:], middles[1:], strict=False):
        parts.append(_box("shape", MARGIN + INDENT, top, inner - INDENT, height))
        parts.append(text_lines(lines, (WIDTH + INDENT) / 2, middle))
    height = ceil(tops[-1] - GAP + MARGIN)
    return Drawing(frame(join(parts), WIDTH, height, title, description, ids), WIDTH, height, 1)


def _height(lines: Sequence[str]) -> float:
    return 22 + LINE_HEIGHT * max(1, len(lines))


def _branch(trunk: float, y: float) -> SafeString:
    return _line(path([(trunk, y), (MARGIN + INDENT, y)]))


def _line(data: str) -> SafeString:
    return format_html('<path class="edge" d="{}"/>', data)


def _box(css_class: str, left: float, top: float, width: float, height: float) -> SafeString:
    return format_html(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>',
        css_class, number(left), number(top), number(width), number(height),
    )  # fmt: skip
