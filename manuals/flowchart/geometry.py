"""Turns a grid and its routes into coordinates: channels as wide as their tracks and captions need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt

from .labels import TEXT_SIZE, Weight, wrap_evenly
from .layout import Grid, Node, Shape, arrange
from .routes import Line, Point, Route, Side, Track, choose_routes
from .tracks import Key, Slot, assign_tracks
from .values import ChartStep

OUTER_AISLE, INNER_AISLE = 20, 40
OUTER_MARGIN = 12  # between the rim and the first track
AISLE_MARGIN = 22  # between a symbol and a track: room for an arrow head or a number
AISLE_PITCH = 14
FIRST_GAP, GAP, LAST_GAP = 12, 22, 20
GAP_MARGINS = (14, 26)  # below symbols, above symbols with their numbers
GAP_PITCH = 12
ROW_PITCHES = {1: 0, 2: 22, 3: 16}  # between links at the same side of a symbol, by their number
LEAST_ROW_PITCH = 12
LANE_PITCH = 20
SPARE = {Shape.BOX: 16, Shape.SHEET: 22, Shape.DIAMOND: 26, Shape.PILL: 6}  # from the outmost link to a symbol's corner
HEAD_HEIGHT = 44
HEAD_LINE = 21
ARROW_GAP = 2  # arrows end just outside a symbol's outline
ARROW_LENGTH = 14
CAPTION_LINE = 18
CAPTION_MARGIN = 6


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
class Frame:
    """The ruled page: the middles of lanes and rows, the beginnings of aisles and gaps, the dividers of lanes."""

    lanes: tuple[float, ...]
    rows: tuple[float, ...]
    aisles: tuple[float, ...]
    gaps: tuple[float, ...]
    dividers: tuple[float, ...]
    aisle_margins: tuple[float, ...]
    gap_margins: tuple[float, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A flow chart in coordinates. The edges stand in the order of the routes."""

    nodes: tuple[PlacedNode, ...]
    routes: tuple[Route, ...]
    edges: tuple[tuple[Point, ...], ...]
    lane_titles: tuple[tuple[str, ...], ...]
    frame: Frame
    head_height: float


def plan_chart(steps: Sequence[ChartStep]) -> Chart:
    """The whole chart but for its captions. Raises ValueError when a step leads to a step that is not there."""
    grid = arrange(steps)
    routes = choose_routes(grid)
    slots = assign_tracks(routes)
    heights = _heights(grid, routes, slots)
    titles = _lane_titles(grid)
    head = HEAD_HEIGHT + HEAD_LINE * (max(map(len, titles)) - 1) if titles else 0
    frame = _frame(grid, routes, slots, heights, head)
    nodes = tuple(
        PlacedNode(node, frame.lanes[node.lane], frame.rows[node.row], height)
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
                reach = abs(_row_offset(slots[number, place])) + SPARE[grid.nodes[end].shape]
                heights[end] = max(heights[end], 2 * reach)
    return heights


def _row_offset(slot: Slot) -> float:
    return slot.rank * ROW_PITCHES.get(slot.count, LEAST_ROW_PITCH)


def _frame(grid: Grid, routes: Sequence[Route], slots: dict[Key, Slot], heights: Sequence[float], head: float) -> Frame:
    counts = {route.lines[place]: slot.count for (number, place), slot in slots.items() for route in [routes[number]]}
    rooms = _caption_rooms(grid, routes)
    aisles = [_aisle(grid, index, counts, rooms) for index in range(grid.lanes + 1)]
    gaps = [_gap(grid, index, counts, rooms) for index in range(grid.rows + 1)]
    row_heights = [
        max(height for node, height in zip(grid.nodes, heights, strict=True) if node.row == row)
        for row in range(grid.rows)
    ]
    aisle_starts = list(accumulate((width + grid.box_width for width, _, _ in aisles), initial=0.0))
    gap_starts = list(
        accumulate((size + high for (size, _), high in zip(gaps, [*row_heights, 0], strict=True)), initial=head)
    )
    middles = [start + width + grid.box_width / 2 for start, (width, _, _) in zip(aisle_starts, aisles, strict=False)]
    rows = [start + size + high / 2 for start, (size, _), high in zip(gap_starts, gaps, row_heights, strict=False)]
    dividers = [aisle_starts[index] + aisles[index][2] for index in range(1, grid.lanes)]
    return Frame(
        lanes=tuple(middles[: grid.lanes]),
        rows=tuple(rows),
        aisles=tuple(aisle_starts),
        gaps=tuple(gap_starts),
        dividers=tuple(dividers),
        aisle_margins=tuple(margin for _, margin, _ in aisles),
        gap_margins=tuple(margin for _, margin in gaps),
        width=aisle_starts[-1] - grid.box_width,
        height=gap_starts[-1],
    )


def _caption_rooms(grid: Grid, routes: Sequence[Route]) -> dict[tuple[Line, Side], float]:
    """How much of the channels beside their sources the captions need, by channel and the side they stand at."""
    rooms: dict[tuple[Line, Side], float] = {}
    for route in routes:
        if not route.link.caption:
            continue
        node = grid.nodes[route.link.source]
        beside = route.link.caption_width + 4
        along = CAPTION_LINE * len(route.link.caption) + CAPTION_MARGIN
        line, room = {
            Side.LEFT: (Line(Track.AISLE, node.lane), beside),
            Side.RIGHT: (Line(Track.AISLE, node.lane + 1), beside),
            Side.TOP: (Line(Track.GAP, node.row), along),
            Side.BOTTOM: (Line(Track.GAP, node.row + 1), along),
        }[route.exit]
        rooms[line, route.exit] = max(room, rooms.get((line, route.exit), 0))
    return rooms


def _aisle(
    grid: Grid, index: int, counts: dict[Line, int], rooms: dict[tuple[Line, Side], float]
) -> tuple[float, float, float]:
    """Width, distance of the first track, and where the divider of the lanes stands."""
    line = Line(Track.AISLE, index)
    count = counts.get(line, 0)
    near, far = rooms.get((line, Side.RIGHT), 0), rooms.get((line, Side.LEFT), 0)
    is_outer = index in (0, grid.lanes)
    if not count:
        width = max(OUTER_AISLE if is_outer else INNER_AISLE, near + far)
        return width, 0, width / 2
    first = OUTER_MARGIN if index == 0 else max(AISLE_MARGIN, near + 8)
    last = OUTER_MARGIN if index == grid.lanes else max(AISLE_MARGIN, far + 8)
    return first + AISLE_PITCH * (count - 1) + last, first, first + AISLE_PITCH * (count - 1) + last / 2


def _gap(grid: Grid, index: int, counts: dict[Line, int], rooms: dict[tuple[Line, Side], float]) -> tuple[float, float]:
    """Height and distance of the first track."""
    line = Line(Track.GAP, index)
    count = counts.get(line, 0)
    above, below = rooms.get((line, Side.BOTTOM), 0), rooms.get((line, Side.TOP), 0)
    if not count:
        least = {0: FIRST_GAP, grid.rows: LAST_GAP}.get(index, GAP)
        return max(least, above + below + ARROW_LENGTH if above or below else 0), 0
    first = max(GAP_MARGINS[0], above + 10)
    return first + GAP_PITCH * (count - 1) + max(GAP_MARGINS[1], below + 8), first


def _edge(
    number: int, route: Route, nodes: Sequence[PlacedNode], frame: Frame, slots: dict[Key, Slot]
) -> tuple[Point, ...]:
    positions = [_position(line, slots[number, place], frame) for place, line in enumerate(route.lines)]
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


def _position(line: Line, slot: Slot, frame: Frame) -> float:
    """The coordinate of a track: x of an upright line, y of a level one."""
    if line.track is Track.AISLE:
        return frame.aisles[line.index] + frame.aisle_margins[line.index] + AISLE_PITCH * slot.rank
    if line.track is Track.GAP:
        return frame.gaps[line.index] + frame.gap_margins[line.index] + GAP_PITCH * slot.rank
    if line.track is Track.ROW:
        return frame.rows[line.index] + _row_offset(slot)
    return frame.lanes[line.index] + LANE_PITCH * slot.rank
