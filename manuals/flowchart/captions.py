"""Finds a free place beside its link for every caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .channels import CAPTION_LINE
from .geometry import Chart, PlacedNode
from .layout import Link, Shape
from .routes import Point, Segment, Side

BADGE_RADIUS = 12
FARTHEST_OUT = 4  # how far a long badge moves away from the text beside it
ROUNDING = 2  # what a round badge leaves free of its square
CLEARANCE = 2
CAPTION_DISTANCE = 3.5  # from a level line


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def overlaps(self, other: Box) -> bool:
        is_beside = self.right <= other.left or other.right <= self.left
        return not (is_beside or self.bottom <= other.top or other.bottom <= self.top)

    def is_crossed_by(self, segment: Segment) -> bool:
        (x1, y1), (x2, y2) = segment
        return (
            max(x1, x2) > self.left
            and min(x1, x2) < self.right
            and max(y1, y2) > self.top
            and min(y1, y2) < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Caption:
    """The name of a branch where it stands; one that stands on its line interrupts it."""

    lines: tuple[str, ...]
    box: Box
    is_on_line: bool


def place_captions(chart: Chart) -> list[Caption]:
    """A caption for every named link, clear of symbols, numbers, other links and other captions wherever possible."""
    captions: list[Caption] = []
    for number, route in enumerate(chart.routes):
        if route.link.caption:
            taken = [badge_box(node, ROUNDING) for node in chart.nodes if node.node.number] + [
                other.box for other in captions
            ]
            captions.append(min(_places(chart, number), key=lambda place: _collisions(chart, number, place, taken)))
    return captions


def badge_centre(node: PlacedNode) -> Point:
    """Where a step's number stands: on the corner of a box, beside the slope of a diamond."""
    if node.node.shape is Shape.DIAMOND:
        return node.x - node.node.width * 0.3125, node.y - node.height * 0.3667
    outward = min(_badge_growth(node), FARTHEST_OUT)
    return node.left + 2 - outward, node.top + 2


def badge_box(node: PlacedNode, inset: float = 0) -> Box:
    """The square of a badge of one or two characters, the oblong of a longer one."""
    x, y = badge_centre(node)
    half_height = BADGE_RADIUS - inset
    half_width = half_height + _badge_growth(node)
    return Box(x - half_width, y - half_height, 2 * half_width, 2 * half_height)


def _badge_growth(node: PlacedNode) -> float:
    return 3.5 * max(0, len(node.node.number) - 2)


def covers(node: PlacedNode, box: Box) -> bool:
    """Whether a box reaches into the outline of a symbol."""
    across = max(box.left - node.x, node.x - box.right, 0) / (node.node.width / 2)
    along = max(box.top - node.y, node.y - box.bottom, 0) / (node.height / 2)
    return across + along < 1 if node.node.shape is Shape.DIAMOND else max(across, along) < 1


def _places(chart: Chart, number: int) -> Iterator[Caption]:
    """Places in falling order of liking: at the exit, then along the other parts of the link."""
    link, points = chart.routes[number].link, chart.edges[number]
    node = chart.nodes[link.source]
    slope = node.node.width / node.height if node.node.shape is Shape.DIAMOND else 0
    overhang = CAPTION_DISTANCE * slope - CLEARANCE
    yield from _places_at(link, points[0], chart.routes[number].exit, overhang)
    for (x1, y1), (x2, y2) in pairwise(points):
        for share in (0.5, 0.3, 0.7, 0.15, 0.85):
            side = Side.BOTTOM if x1 == x2 else Side.RIGHT
            spot = (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share)
            yield from _places_at(link, spot, side, link.caption_width / 2 if side is Side.RIGHT else 0)


def _places_at(link: Link, spot: Point, side: Side, overhang: float) -> Iterator[Caption]:
    width, height = link.caption_width, CAPTION_LINE * len(link.caption)
    x, y = spot
    if side in (Side.LEFT, Side.RIGHT):
        left = x - overhang if side is Side.RIGHT else x + overhang - width
        yield Caption(link.caption, Box(left, y - height - CAPTION_DISTANCE, width, height), False)
        yield Caption(link.caption, Box(left, y + CAPTION_DISTANCE, width, height), False)
        return
    top = y + 5 if side is Side.BOTTOM else y - height - 5
    yield Caption(link.caption, Box(x - width / 2 - 4, top, width + 8, height), True)
    yield Caption(link.caption, Box(x + 6, top, width, height), False)
    yield Caption(link.caption, Box(x - 6 - width, top, width, height), False)


def _collisions(chart: Chart, number: int, place: Caption, taken: Sequence[Box]) -> int:
    """How many things a caption would hide or touch; standing on its own line is not one of them."""
    box = place.box
    wide = Box(box.left - CLEARANCE, box.top, box.width + 2 * CLEARANCE, box.height)
    count = sum(4 * covers(node, box) for node in chart.nodes) + sum(3 * wide.overlaps(other) for other in taken)
    for other, points in enumerate(chart.edges):
        if other != number or not place.is_on_line:
            count += sum(wide.is_crossed_by(segment) for segment in pairwise(points))
    is_outside = box.left < 2 or box.right > chart.width - 2 or box.top < chart.head_height
    return count + 5 * is_outside
