"""Chooses the course of every link: which lanes, rows and channels between them it follows, never through a symbol.

The grid is seen as a lattice. A node in lane c and row r stands at (2c+1, 2r+1); the aisle left of lane c is the line
x = 2c, the gap above row r the line y = 2r. Aisles and gaps hold no symbols, so that every link has a course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from .layout import Grid, Link, Shape

Point = tuple[float, float]
Segment = tuple[Point, Point]

# What makes a course ugly, in the same currency.
BEND, LENGTH, CROSSING, SHARED_SIDE = 2.0, 0.5, 3.0, 2.0
SHARED_LANE, SHARED_AISLE = 1.5, 0.3
LEFTWARD, UPWARD_EXIT, BACK_FROM_BELOW, SIDEWAYS_ON = 0.4, 2.0, 2.5, 2.5


class Side(Enum):
    """A side of a symbol."""

    TOP = auto()
    RIGHT = auto()
    BOTTOM = auto()
    LEFT = auto()


class Track(Enum):
    """The four kinds of line a course runs along: through cells (LANE, ROW) or between them (AISLE, GAP)."""

    LANE = auto()
    AISLE = auto()
    ROW = auto()
    GAP = auto()

    @property
    def is_upright(self) -> bool:
        return self in (Track.LANE, Track.AISLE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the lattice."""

    track: Track
    index: int

    @property
    def position(self) -> int:
        return 2 * self.index + (1 if self.track in (Track.LANE, Track.ROW) else 0)


@dataclass(frozen=True, slots=True)
class Route:
    """The course of a link: the lines it follows and the lattice points where it begins, turns and ends."""

    link: Link
    lines: tuple[Line, ...]
    points: tuple[Point, ...]

    @property
    def exit(self) -> Side:
        return _side(self.points[0], self.points[1])

    @property
    def entry(self) -> Side:
        return _side(self.points[-1], self.points[-2])

    @property
    def segments(self) -> list[Segment]:
        return list(pairwise(self.points))


def choose_routes(grid: Grid) -> list[Route]:
    """A route for every link, in the order of the links. The plainest are laid first, the others go round them."""
    order = sorted(range(len(grid.links)), key=lambda index: _urgency(grid, grid.links[index], index))
    routes: dict[int, Route] = {}
    for index in order:
        laid = list(routes.values())
        candidates = _candidates(grid, grid.links[index])
        routes[index] = min(candidates, key=lambda route: _cost(grid, route, laid))
    return [routes[index] for index in range(len(grid.links))]


def _urgency(grid: Grid, link: Link, index: int) -> tuple[bool, bool, int, int]:
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    is_straight = source.lane == target.lane and target.row == source.row + 1
    return (not is_straight, source.row != target.row, abs(target.row - source.row), index)


def _candidates(grid: Grid, link: Link) -> Iterator[Route]:
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    start = (2 * source.lane + 1, 2 * source.row + 1)
    goal = (2 * target.lane + 1, 2 * target.row + 1)
    for lines in _courses(grid, link):
        points = _corners(start, lines, goal)
        is_real = link.source == link.target or all(begin != end for begin, end in pairwise(points))
        if is_real and _is_clear(grid, points) and _enters_well(link, points):
            yield Route(link, lines, points)


def _courses(grid: Grid, link: Link) -> Iterator[tuple[Line, ...]]:
    """Every sensible sequence of lines from the source to the target, passable or not."""
    source, target = grid.nodes[link.source], grid.nodes[link.target]
    out_lane, in_lane = Line(Track.LANE, source.lane), Line(Track.LANE, target.lane)
    out_row, in_row = Line(Track.ROW, source.row), Line(Track.ROW, target.row)
    above, below, before = (Line(Track.GAP, row) for row in (source.row, source.row + 1, target.row))
    is_level = source.row == target.row
    if source.lane == target.lane:
        yield (out_lane,)
    elif is_level:
        yield (out_row,)
        yield (out_lane, above, in_lane)
    else:
        yield (out_row, in_lane)
        yield (out_lane, in_row)
        yield (out_lane, below, in_lane)
        yield (out_lane, before, in_lane)
    for index in range(grid.lanes + 1):
        aisle = Line(Track.AISLE, index)
        yield (out_row, aisle, in_row)
        yield (out_row, aisle, before, in_lane)
        yield (out_lane, below, aisle, before, in_lane)
        if not is_level or link.is_back:  # beside each other, a way back goes round below
            yield (out_lane, below, aisle, in_row)
        if not is_level or not link.is_back:
            yield (out_lane, above, aisle, in_row)


def _corners(start: Point, lines: tuple[Line, ...], goal: Point) -> tuple[Point, ...]:
    points = [start]
    for line, following in pairwise(lines):
        upright, level = (line, following) if line.track.is_upright else (following, line)
        points.append((upright.position, level.position))
    return (*points, goal)


def _is_clear(grid: Grid, points: tuple[Point, ...]) -> bool:
    """Whether no symbol stands in the way between the first cell and the last."""
    cells = [cell for segment in pairwise(points) for cell in _cells(segment)]
    return not any(((x - 1) // 2, (y - 1) // 2) in grid.occupied for x, y in cells[1:-1])


def _cells(segment: Segment) -> Iterator[tuple[int, int]]:
    (x1, y1), (x2, y2) = segment
    step_x, step_y = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
    for distance in range(int(abs(x2 - x1) + abs(y2 - y1)) + 1):
        x, y = int(x1 + distance * step_x), int(y1 + distance * step_y)
        if x % 2 and y % 2:
            yield (x, y)


def _enters_well(link: Link, points: tuple[Point, ...]) -> bool:
    """Nothing enters from below; a way back enters at the side, so lower than the way forward."""
    entry, leaving = _side(points[-1], points[-2]), _side(points[0], points[1])
    if entry is Side.BOTTOM or (link.is_back and entry is Side.TOP):
        return False
    return link.source != link.target or entry is leaving


def _cost(grid: Grid, route: Route, laid: list[Route]) -> float:
    length = sum(abs(x2 - x1) + abs(y2 - y1) for (x1, y1), (x2, y2) in route.segments)
    cost = BEND * (len(route.lines) - 1) + LENGTH * length
    cost += BACK_FROM_BELOW * (route.link.is_back and route.exit is Side.BOTTOM)
    cost += LEFTWARD * (route.exit is Side.LEFT) + UPWARD_EXIT * (route.exit is Side.TOP)
    if grid.nodes[route.link.source].shape is Shape.DIAMOND:
        cost += CROSSING * (route.exit is Side.TOP) + SIDEWAYS_ON * _crowds_the_sides(grid, route)
    return cost + sum(_friction(route, other) for other in laid)


def _crowds_the_sides(grid: Grid, route: Route) -> bool:
    """Whether a way on takes a side of a decision of many answers that a way back needs more."""
    link = route.link
    is_same_lane = grid.nodes[link.source].lane == grid.nodes[link.target].lane
    is_sideways_on = not link.is_back and is_same_lane and route.exit in (Side.LEFT, Side.RIGHT)
    return is_sideways_on and sum(other.source == link.source for other in grid.links) > 2


def _friction(route: Route, other: Route) -> float:
    """What a route pays for crossing another, running beside it, or sharing a side of a symbol with it."""
    friction = 0.0
    for segment in route.segments:
        for other_segment in other.segments:
            friction += CROSSING * _do_cross(segment, other_segment) + _sharing(segment, other_segment)
    ends = [(route.link.source, route.exit), (route.link.target, route.entry)]
    other_ends = [(other.link.source, other.exit), (other.link.target, other.entry)]
    sides = sum(end in other_ends for end in ends)
    if ends[0] in other_ends:
        sides += 2 * bool(route.link.caption or other.link.caption)
    return friction + SHARED_SIDE * sides


def _do_cross(one: Segment, other: Segment) -> bool:
    upright, level = (one, other) if one[0][0] == one[1][0] else (other, one)
    if upright[0][0] != upright[1][0] or level[0][1] != level[1][1] or level[0][0] == level[1][0]:
        return False
    left, right = sorted((level[0][0], level[1][0]))
    top, bottom = sorted((upright[0][1], upright[1][1]))
    return left < upright[0][0] < right and top < level[0][1] < bottom


def _sharing(one: Segment, other: Segment) -> float:
    """The price of following the same line. In a channel, links nest without harm, but staggered ones cross."""
    for axis in (0, 1):
        position = one[0][axis]
        if position == one[1][axis] == other[0][axis] == other[1][axis]:
            inner, outer = sorted((_span(one, 1 - axis), _span(other, 1 - axis)), key=lambda span: span[1] - span[0])
            if min(inner[1], outer[1]) <= max(inner[0], outer[0]):
                return 0
            if position % 2:
                return SHARED_LANE
            return SHARED_AISLE if outer[0] <= inner[0] and inner[1] <= outer[1] else CROSSING
    return 0


def _span(segment: Segment, axis: int) -> tuple[float, float]:
    low, high = sorted((segment[0][axis], segment[1][axis]))
    return low, high


def _side(here: Point, there: Point) -> Side:
    if here[0] == there[0]:
        return Side.BOTTOM if there[1] > here[1] else Side.TOP
    return Side.RIGHT if there[0] > here[0] else Side.LEFT
