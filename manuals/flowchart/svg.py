"""Writes a planned chart as SVG: classes only, so that the page's style sheet decides every colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .captions import Caption, badge_box, badge_centre, place_captions
from .channels import CAPTION_LINE
from .geometry import HEAD_LINE, Chart, PlacedNode, plan_chart
from .labels import LINE_HEIGHT
from .layout import WAVE, Shape
from .routes import Point
from .values import ChartStep, Drawing

BASELINE = 5.5  # from the middle of a line of 16-unit text to its baseline


def draw_flow_chart(steps: Sequence[ChartStep], *, title: str, description: str, ids: str = "flow") -> Drawing:
    """The flow chart of a process. `ids` begins every id in the SVG and must be unique on the page.

    Raises ValueError when there is no step, a number occurs twice, or a step leads to a step that is not there."""
    chart = plan_chart(steps)
    width, height = ceil(chart.width), ceil(chart.height)
    parts = [
        _markers(ids),
        _lanes(chart, width, height),
        join(_edge(points, route.link.is_back, ids) for points, route in zip(chart.edges, chart.routes, strict=True)),
        join(_node(node) for node in chart.nodes),
        join(_caption(caption) for caption in place_captions(chart)),
    ]
    svg = frame(join(parts), width, height, title, description, ids)
    return Drawing(svg, width, height, lanes=len(chart.frame.across.middles))


def frame(content: SafeString, width: int, height: int, title: str, description: str, ids: str) -> SafeString:
    """The outer element, named and described for those who do not see it."""
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" width="{}" height="{}" role="img"'
        ' aria-labelledby="{}-t {}-d"><title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>',
        width, height, width, height, ids, ids, ids, title, ids, description, content,
    )  # fmt: skip


def text_lines(lines: Sequence[str], x: float, y: float, css_class: str = "", pitch: float = LINE_HEIGHT) -> SafeString:
    """Lines of text around the middle (x, y)."""
    first = y - (len(lines) - 1) * pitch / 2 + BASELINE
    attribute = format_html(' class="{}"', css_class) if css_class else ""
    return format_html_join(
        "",
        '<text{} x="{}" y="{}">{}</text>',
        ((attribute, number(x), number(first + line * pitch), text) for line, text in enumerate(lines)),
    )


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    digits = f"{value:.1f}".removesuffix(".0")
    return "0" if digits == "-0" else digits


def path(points: Sequence[Point]) -> str:
    """Path data of a line with level and upright parts."""
    x, y = points[0]
    data = f"M{number(x)} {number(y)}"
    for next_x, next_y in points[1:]:
        data += f"V{number(next_y)}" if abs(next_x - x) < 0.05 else f"H{number(next_x)}"
        x, y = next_x, next_y
    return data


def join(parts: Iterable[SafeString]) -> SafeString:
    """The parts one after the other, still safe: `str.join` would forget that."""
    return format_html_join("", "{}", ((part,) for part in parts))


def _markers(ids: str) -> SafeString:
    return format_html_join(
        "",
        '<marker id="{}-{}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8"'
        ' orient="auto-start-reverse"><path class="{}" d="M0 1L10 5L0 9z"/></marker>',
        [(ids, "on", "head"), (ids, "back", "head-back")],
    )


def _lanes(chart: Chart, width: int, height: int) -> SafeString:
    if not chart.lane_titles:
        return SafeString("")
    parts = [format_html('<rect class="lane" width="{}" height="{}"/>', width, number(chart.head_height))]
    parts += [
        format_html('<path class="lane-l" d="M{} 0V{}"/>', number(x), height) for x in chart.frame.across.dividers
    ]
    parts += [
        text_lines(title, x, chart.head_height / 2 + 0.5, "lane-t", HEAD_LINE)
        for title, x in zip(chart.lane_titles, chart.frame.across.middles, strict=True)
    ]
    return join(parts)


def _edge(points: Sequence[Point], is_back: bool, ids: str) -> SafeString:
    css_class, marker = ("edge edge-back", "back") if is_back else ("edge", "on")
    return format_html('<path class="{}" d="{}" marker-end="url(#{}-{})"/>', css_class, path(points), ids, marker)


def _node(node: PlacedNode) -> SafeString:
    left, top, width, height = (number(part) for part in (node.left, node.top, node.node.width, node.height))
    if node.node.shape is Shape.PILL:
        radius = number(node.height / 2)
        pill = format_html(
            '<rect class="end" x="{}" y="{}" width="{}" height="{}" rx="{}"/>', left, top, width, height, radius
        )
        return pill + text_lines(node.node.lines, node.x, node.y, "end-t")
    is_decision = node.node.shape is Shape.DIAMOND
    return format_html(
        '<g class="{}n-{}" data-step="{}">{}{}{}</g>',
        "d " if is_decision else "",
        node.node.number.replace(".", "-"),
        node.node.number,
        _outline(node),
        text_lines(node.node.lines, node.x, node.y - (WAVE / 2 if node.node.shape is Shape.SHEET else 0)),
        _badge(node),
    )


def _outline(node: PlacedNode) -> SafeString:
    half_width, half_height = node.node.width / 2, node.height / 2
    right, bottom = node.left + node.node.width, node.top + node.height
    if node.node.shape is Shape.DIAMOND:
        data = f"M{number(node.x)} {number(node.top)}L{number(right)} {number(node.y)}"
        data += f"L{number(node.x)} {number(bottom)}L{number(node.left)} {number(node.y)}z"
        return format_html('<path class="shape decision" d="{}"/>', data)
    if node.node.shape is Shape.SHEET:
        third = half_width / 2
        data = f"M{number(node.left)} {number(node.top)}H{number(right)}V{number(bottom)}"
        data += f"c{number(-third)} -16 {number(-2 * third)} 14 {number(-4 * third)} 2z"
        return format_html('<path class="shape doc" d="{}"/>', data)
    corners = (node.left, node.top, node.node.width, 2 * half_height)
    return format_html(
        '<rect class="shape" x="{}" y="{}" width="{}" height="{}" rx="3"/>', *(number(part) for part in corners)
    )


def _badge(node: PlacedNode) -> SafeString:
    box = badge_box(node)
    x, y = badge_centre(node)
    return format_html(
        '<rect class="num-bg" x="{}" y="{}" width="{}" height="{}" rx="12"/><text class="num" x="{}" y="{}">{}</text>',
        *(number(part) for part in (box.left, box.top, box.width, box.height, x, y + 4.5)),
        node.node.number,
    )


def _caption(caption: Caption) -> SafeString:
    box = caption.box
    background = SafeString("")
    if caption.is_on_line:
        corners = (number(part) for part in (box.left, box.top, box.width, box.height))
        background = format_html('<rect class="say-bg" x="{}" y="{}" width="{}" height="{}"/>', *corners)
    x, y = box.left + box.width / 2, box.top + box.height / 2 - 0.5
    return background + text_lines(caption.lines, x, y, "say", CAPTION_LINE)
