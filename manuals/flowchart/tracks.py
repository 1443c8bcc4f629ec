"""Gives links that follow the same line of the lattice a track each, in the order that makes them cross least."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .routes import Line, Route, Track

Key = tuple[int, int]  # a route and which of its lines


@dataclass(frozen=True, slots=True)
class Use:
    """A stretch of a lattice line that one route follows. `before` and `after` say to which side it turns at its ends:
    -1 up or left, 1 down or right, 0 when it begins or ends at a symbol; `run` is how far it goes on there."""

    key: Key
    low: float
    high: float
    before: int
    after: int
    run: float
    is_back: bool

    @property
    def turn(self) -> int:
        return self.before + self.after

    @property
    def length(self) -> float:
        return self.high - self.low

    def touches(self, other: Use) -> bool:
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Slot:
    """A place among `count` tracks. Rows and lanes count ranks from their middle, aisles and gaps from the first."""

    rank: float
    count: int


def assign_tracks(routes: Sequence[Route]) -> dict[Key, Slot]:
    """The slot of every line of every route."""
    uses: dict[Line, list[Use]] = defaultdict(list)
    for number, route in enumerate(routes):
        for place, line in enumerate(route.lines):
            uses[line].append(_use(number, place, route))
    slots: dict[Key, Slot] = {}
    for line, followers in uses.items():
        if line.track in (Track.AISLE, Track.GAP):
            slots |= _channel_slots(followers)
            continue
        for bundle in _bundles(followers):
            slots |= _row_slots(bundle) if line.track is Track.ROW else _lane_slots(bundle)
    return slots


def _use(number: int, place: int, route: Route) -> Use:
    axis = 1 if route.lines[place].track.is_upright else 0
    begin, end = route.points[place][axis], route.points[place + 1][axis]
    forward = 0.5 if end > begin else -0.5
    is_first, is_last = place == 0, place == len(route.lines) - 1
    low, high = sorted((begin + forward * is_first, end - forward * is_last))
    before = 0 if is_first else route.points[place - 1][1 - axis] - route.points[place][1 - axis]
    after = 0 if is_last else route.points[place + 2][1 - axis] - route.points[place + 1][1 - axis]
    run = abs(before) + abs(after)
    return Use((number, place), low, high, _sign(before), _sign(after), run, route.link.is_back)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _bundles(uses: Sequence[Use]) -> Iterator[list[Use]]:
    """The uses in groups that touch, one with the next."""
    bundle: list[Use] = []
    for use in sorted(uses, key=lambda use: (use.low, use.high)):
        if bundle and use.low > max(other.high for other in bundle):
            yield bundle
            bundle = []
        bundle.append(use)
    if bundle:
        yield bundle


def _row_slots(bundle: list[Use]) -> dict[Key, Slot]:
    """From the top: what comes from above, what goes straight, what comes from below; so a way back enters lowest."""
    ordered = sorted(bundle, key=lambda use: (use.turn, -use.turn * use.length, -use.turn * use.run, use.key[1]))
    middle = (len(ordered) - 1) / 2
    return {use.key: Slot(rank - middle, len(ordered)) for rank, use in enumerate(ordered)}


def _lane_slots(bundle: list[Use]) -> dict[Key, Slot]:
    """The plainest link in the middle of the lane, the others on the side they turn to, the longest inmost."""
    ordered = sorted(bundle, key=lambda use: (use.turn != 0, use.is_back, -use.length))
    slots = {ordered[0].key: Slot(0, len(bundle))}
    taken = {-1: 0, 1: 0}
    for use in sorted(ordered[1:], key=lambda use: -use.length):
        side = use.turn or 1
        taken[side] += 1
        slots[use.key] = Slot(side * taken[side], len(bundle))
    return slots


def _channel_slots(uses: list[Use]) -> dict[Key, Slot]:
    """Links that turn back to the near side of a channel keep to it, the shorter inside the longer."""
    near, across, far = ([use for use in uses if _sign(use.turn) == side] for side in (-1, 0, 1))
    packed = [_packed(near), _packed(across), list(reversed(_packed(far)))]
    tracks = [track for group in packed for track in group]
    return {use.key: Slot(rank, len(tracks)) for rank, track in enumerate(tracks) for use in track}


def _packed(uses: list[Use]) -> list[list[Use]]:
    """The uses on as few tracks as keep them from touching, the shortest on the first."""
    tracks: list[list[Use]] = []
    for use in sorted(uses, key=lambda use: (use.length, use.low)):
        free = (track for track in tracks if not any(use.touches(other) for other in track))
        track = next(free, None)
        if track is None:
            tracks.append([use])
        else:
            track.append(use)
    return tracks
