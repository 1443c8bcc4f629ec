"""Rules the page: how wide the channels between lanes and rows must be for their tracks and captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from .layout import Grid
from .routes import Line, Route, Side, Track
from .tracks import Key, Slot

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
ARROW_LENGTH = 14
CAPTION_LINE = 18
CAPTION_MARGIN = 6

Rooms = dict[tuple[Line, Side], float]  # what captions need of a channel, by the side of the symbol they stand at


@dataclass(frozen=True, slots=True)
class Channel:
    """An aisle or a gap: its size, where its first track lies, and where an aisle's lanes are divided."""

    size: float
    first: float = 0
    divider: float = 0


@dataclass(frozen=True, slots=True)
class Axis:
    """One direction of the page: the middles of its lanes or rows, and the first track of every channel between."""

    middles: tuple[float, ...]
    firsts: tuple[float, ...]
    dividers: tuple[float, ...]
    end: float


@dataclass(frozen=True, slots=True)
class Frame:
    """The ruled page."""

    across: Axis
    down: Axis

    def position(self, line: Line, slot: Slot) -> float:
        """The coordinate of a track: x of an upright line, y of a level one."""
        axis = self.across if line.track.is_upright else self.down
        if line.track is Track.ROW:
            return axis.middles[line.index] + row_offset(slot)
        if line.track is Track.LANE:
            return axis.middles[line.index] + LANE_PITCH * slot.rank
        pitch = AISLE_PITCH if line.track is Track.AISLE else GAP_PITCH
        return axis.firsts[line.index] + pitch * slot.rank


def rule(
    grid: Grid, routes: Sequence[Route], slots: dict[Key, Slot], row_heights: Sequence[float], head: float
) -> Frame:
    """The page for rows of these heights below a head."""
    counts = {routes[number].lines[place]: slot.count for (number, place), slot in slots.items()}
    rooms = _caption_rooms(grid, routes)
    aisles = [_aisle(grid, index, counts, rooms) for index in range(grid.lanes + 1)]
    gaps = [_gap(grid, index, counts, rooms) for index in range(grid.rows + 1)]
    return Frame(_axis(aisles, [grid.box_width] * grid.lanes, 0), _axis(gaps, row_heights, head))


def row_offset(slot: Slot) -> float:
    """How far from a row's middle a link on this track meets a symbol."""
    return slot.rank * ROW_PITCHES.get(slot.count, LEAST_ROW_PITCH)


def _axis(channels: Sequence[Channel], cells: Sequence[float], begin: float) -> Axis:
    """Channels and the cells between them, one after the other."""
    sizes = [channel.size + cell for channel, cell in zip(channels, cells, strict=False)]
    starts = list(accumulate(sizes, initial=begin))
    return Axis(
        middles=tuple(start - cell / 2 for start, cell in zip(starts[1:], cells, strict=True)),
        firsts=tuple(start + channel.first for start, channel in zip(starts, channels, strict=True)),
        dividers=tuple(start + channel.divider for start, channel in zip(starts[1:-1], channels[1:-1], strict=True)),
        end=starts[-1] + channels[-1].size,
    )


def _caption_rooms(grid: Grid, routes: Sequence[Route]) -> Rooms:
    """How much of the channels beside their sources the captions need, by channel and the side they stand at."""
    rooms: Rooms = {}
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


def _aisle(grid: Grid, index: int, counts: dict[Line, int], rooms: Rooms) -> Channel:
    line = Line(Track.AISLE, index)
    count = counts.get(line, 0)
    near, far = rooms.get((line, Side.RIGHT), 0), rooms.get((line, Side.LEFT), 0)
    is_outer = index in (0, grid.lanes)
    if not count:
        width = max(OUTER_AISLE if is_outer else INNER_AISLE, near + far)
        return Channel(width, 0, width / 2)
    first = OUTER_MARGIN if index == 0 else max(AISLE_MARGIN, near + 8)
    last = OUTER_MARGIN if index == grid.lanes else max(AISLE_MARGIN, far + 8)
    tracks = first + AISLE_PITCH * (count - 1)
    return Channel(tracks + last, first, tracks + last / 2)


def _gap(grid: Grid, index: int, counts: dict[Line, int], rooms: Rooms) -> Channel:
    line = Line(Track.GAP, index)
    count = counts.get(line, 0)
    above, below = rooms.get((line, Side.BOTTOM), 0), rooms.get((line, Side.TOP), 0)
    if not count:
        least = {0: FIRST_GAP, grid.rows: LAST_GAP}.get(index, GAP)
        return Channel(max(least, above + below + ARROW_LENGTH if above or below else 0))
    first = max(GAP_MARGINS[0], above + 10)
    return Channel(first + GAP_PITCH * (count - 1) + max(GAP_MARGINS[1], below + 8), first)
