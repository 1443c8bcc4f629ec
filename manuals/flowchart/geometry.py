"""Turns a grid and its routes into coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from .channels import Frame, row_offset, rule
from .labels import TEXT_SIZE, Weight, wrap_evenly
from .layout import Grid, Node, Shape, arrange
from .routes import Point, Route, Side, Track, choose_routes
from .tracks import Key, Slot, assign_tracks
from .values import ChartStep

SPARE = {Shape.BOX: 16, Shape.SHEET: 22, Shape.DIAMOND: 26, Shape.PILL: 6}  # from the outmost link to a symbol's corner
HEAD_HEIGHT = 44
HEAD_LINE = 21
ARROW_GAP = 2  # arrows end just outside a symbol's outline


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """A symbol with its centre; `height` may exceed the node's own, where many links arrive at its side."""

    node: Node
    x: float
    y: float
    height: float

    @property
    def left(self) -> float:
        return self.x - self.node.width / 2

    @property
    def top(self) -> float:
        return self.y - self.height / 2

    def port(self, side: Side, offset: float) -> Point:
        """Where a link `offset` from the middle of a side meets the outline."""
        half_width, half_height = self.node.width / 2, self.height / 2
        if side in (Side.LEFT, Side.RIGHT):
            reach = half_width - self._hollow(offset, half_height, half_width)
            return (self.x + (reach if side is Side.RIGHT else -reach), self.y + offset)
        slope = half_height * abs(offset) / half_width if self.node.shape is Shape.DIAMOND else 0
        reach = half_height - slope
        return (self.x + offset, self.y + (reach if side is Side.BOTTOM else -reach))

    def _hollow(self, offset: float, half_height: float, half_width: float) -> float:
        if self.node.shape is Shape.DIAMOND:
            return half_width * abs(offset) / half_height
        if self.node.shape is Shape.PILL:
            return half_height - sqrt(half_height**2 - offset**2)
        return 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A flow chart in coordinates. The edges stand in the order of the routes."""

    nodes: tuple[PlacedNode, ...]
    routes: tuple[Route, ...]
    edges: tuple[tuple[Point, ...], ...]
    lane_titles: tuple[tuple[str, ...], ...]
    frame: Frame
    head_height: float

    @property
    def width(self) -> float:
        return self.frame.across.end

    @property
    def height(self) -> float:
        return self.frame.down.end


def plan_chart(steps: Sequence[ChartStep]) -> Chart:
    """The whole chart but for its captions. Raises ValueError when a step leads to a step that is not there."""
    grid = arrange(steps)
    routes = choose_routes(grid)
    slots = assign_tracks(routes)
    heights = _heights(grid, routes, slots)
    titles = _lane_titles(grid)
    head = HEAD_HEIGHT + HEAD_LINE * (max(map(len, titles)) - 1) if titles else 0
    row_heights = [
        max(height for node, height in zip(grid.nodes, heights, strict=True) if node.row == row)
        for row in range(grid.rows)
    ]
    frame = rule(grid, routes, slots, row_heights, head)
    nodes = tuple(
        PlacedNode(node, frame.across.middles[node.lane], frame.down.middles[node.row], height)
        for node, height in zip(grid.nodes, heights, strict=True)
    )
    edges = tuple(_edge(number, route, nodes, frame, slots) for number, route in enumerate(routes))
    return Chart(nodes, tuple(routes), edges, titles, frame, head)


def _lane_titles(grid: Grid) -> tuple[tuple[str, ...], ...]:
    if grid.lanes == 1:
        return ()
    width = grid.box_width + 8
    return tuple(wrap_evenly(actor, width, 3, TEXT_SIZE, Weight.SEMIBOLD) for actor in grid.actors)


def _heights(grid: Grid, routes: Sequence[Route], slots: dict[Key, Slot]) -> list[float]:
    heights = [node.height for node in grid.nodes]
    for number, route in enumerate(routes):
        for end, place in ((route.link.source, 0), (route.link.target, len(route.lines) - 1)):
            if route.lines[place].track is Track.ROW:
                reach = abs(row_offset(slots[number, place])) + SPARE[grid.nodes[end].shape]
                heights[end] = max(heights[end], 2 * reach)
    return heights


def _edge(
    number: int, route: Route, nodes: Sequence[PlacedNode], frame: Frame, slots: dict[Key, Slot]
) -> tuple[Point, ...]:
    positions = [frame.position(line, slots[number, place]) for place, line in enumerate(route.lines)]
    source, target = nodes[route.link.source], nodes[route.link.target]
    points = [_port(source, route.exit, positions[0])]
    for place in range(len(positions) - 1):
        pair = positions[place], positions[place + 1]
        points.append(pair if route.lines[place].track.is_upright else pair[::-1])
    x, y = _port(target, route.entry, positions[-1])
    dx, dy = {Side.LEFT: (-1, 0), Side.RIGHT: (1, 0), Side.TOP: (0, -1), Side.BOTTOM: (0, 1)}[route.entry]
    return (*points, (x + ARROW_GAP * dx, y + ARROW_GAP * dy))


def _port(node: PlacedNode, side: Side, position: float) -> Point:
    return node.port(side, position - (node.y if side in (Side.LEFT, Side.RIGHT) else node.x))
