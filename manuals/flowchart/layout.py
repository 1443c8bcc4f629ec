"""Places the steps of a work process in rows and lanes, and says which of them are linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from django.utils.translation import gettext

from manuals.outline import END, StepKind

from .diamonds import fit_diamond
from .labels import CAPTION_SIZE, LINE_HEIGHT, MOST_LINES, TEXT_SIZE, Weight, text_width, widest_word, wrap_evenly
from .values import ChartStep

START = "start"
BOX_WIDTHS = {1: 200, 2: 160}  # by number of lanes
BOX_WIDTH_IN_MANY_LANES = 152
PILL_WIDTH = 112
PILL_HEIGHT = 36
BOX_PADDING = 12
MOST_CAPTION_LINES = 3
CAPTION_WIDTH = 76
WIDEST_CAPTION = 120
WAVE = 8  # how much taller a document is than a box


class Shape(Enum):
    """The standard symbols of a flow chart."""

    PILL = auto()
    BOX = auto()
    DIAMOND = auto()
    SHEET = auto()


SHAPES = {StepKind.PROCESS: Shape.BOX, StepKind.DECISION: Shape.DIAMOND, StepKind.DOCUMENT: Shape.SHEET}


@dataclass(frozen=True, slots=True)
class Node:
    """A symbol with its wrapped label, in the cell of a lane and a row. `number` is empty for start and end."""

    shape: Shape
    lane: int
    row: int
    lines: tuple[str, ...]
    width: float
    height: float
    number: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A way from one node to another, by their places in `Grid.nodes`, with the lines of its caption."""

    source: int
    target: int
    caption: tuple[str, ...] = ()

    @property
    def is_back(self) -> bool:
        return self.target <= self.source

    @property
    def caption_width(self) -> float:
        return max((text_width(line, CAPTION_SIZE, Weight.SEMIBOLD) for line in self.caption), default=0)


@dataclass(frozen=True, slots=True)
class Grid:
    """All symbols in their cells: start first, then the steps in their order, the end last."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    actors: tuple[str, ...]
    lanes: int
    rows: int
    box_width: float
    occupied: frozenset[tuple[int, int]] = field(default_factory=frozenset)  # (lane, row)


def arrange(steps: Sequence[ChartStep]) -> Grid:
    """The grid of a process. Raises ValueError when a step leads to a step that is not there."""
    places = _places(steps)
    links = _links(steps, places)
    lanes, actors = _lanes(steps)
    count = len(actors) or 1
    box_width = BOX_WIDTHS.get(count, BOX_WIDTH_IN_MANY_LANES)
    rows = _rows(lanes, links)
    nodes = [_pill(gettext("Start"), lanes[0], 0)]
    nodes += [_node(step, lane, row, box_width) for step, lane, row in zip(steps, lanes, rows, strict=True)]
    last_row = rows[-1]
    enders = [link.source for link in links if link.target == len(steps) + 1]
    if enders:
        last_row += 1
        nodes.append(_pill(gettext("End"), lanes[max(enders) - 1], last_row))
    occupied = frozenset((node.lane, node.row) for node in nodes)
    return Grid(tuple(nodes), tuple(links), actors, count, last_row + 1, box_width, occupied)


def ways_on(steps: Sequence[ChartStep], index: int) -> list[tuple[str, str]]:
    """Where the work goes after a step, as (label, target). A decision with one named way falls through otherwise."""
    step = steps[index]
    below = steps[index + 1].number if index + 1 < len(steps) else END
    ways = [(branch.label, branch.target) for branch in step.branches]
    is_complete = len(ways) > 1 or (ways and step.kind is not StepKind.DECISION)
    if step.goes_to:
        ways.append(("", step.goes_to))
    elif not is_complete and below not in [target for _, target in ways]:
        ways.append(("", below))
    return ways


def _places(steps: Sequence[ChartStep]) -> dict[str, int]:
    if not steps:
        raise ValueError("A flow chart needs at least one step.")
    places = {step.number: place for place, step in enumerate(steps, start=1)}
    if len(places) < len(steps):
        raise ValueError("Two steps of a flow chart have the same number.")
    return places | {END: len(steps) + 1}


def _links(steps: Sequence[ChartStep], places: dict[str, int]) -> list[Link]:
    links = [Link(0, 1)]
    for index, step in enumerate(steps):
        for label, target in ways_on(steps, index):
            if target not in places:
                raise ValueError(f"Step {step.number} leads to step {target}, which does not exist.")
            links.append(Link(index + 1, places[target], _caption(label)))
    return links


def _caption(label: str) -> tuple[str, ...]:
    """The name of a branch on narrow lines, but no narrower than its longest word."""
    width = min(WIDEST_CAPTION, max(CAPTION_WIDTH, widest_word(label, CAPTION_SIZE, Weight.SEMIBOLD)))
    return wrap_evenly(label, width, MOST_CAPTION_LINES, CAPTION_SIZE, Weight.SEMIBOLD)


def _lanes(steps: Sequence[ChartStep]) -> tuple[list[int], tuple[str, ...]]:
    """A lane per actor in the order of appearance. A step that names nobody is done by whoever did the one before."""
    actors = list(dict.fromkeys(step.actor for step in steps if step.actor))
    lanes: list[int] = []
    for step in steps:
        lanes.append(actors.index(step.actor) if step.actor else (lanes[-1] if lanes else 0))
    return lanes, tuple(actors)


def _rows(lanes: Sequence[int], links: Sequence[Link]) -> list[int]:
    """A row per step; but what another actor does on a decision's answer stands beside it, if a way leads down too."""
    rows = [1]
    for place in range(2, len(lanes) + 1):
        before = place - 1
        targets = {link.target for link in links if link.source == before}
        goes_below = any(target > place for target in targets)
        is_alone = before == 1 or rows[before - 1] != rows[before - 2]
        is_beside = place in targets and goes_below and is_alone and lanes[place - 1] != lanes[before - 1]
        rows.append(rows[-1] if is_beside else rows[-1] + 1)
    return rows


def _pill(label: str, lane: int, row: int) -> Node:
    width = max(PILL_WIDTH, text_width(label, TEXT_SIZE, Weight.SEMIBOLD) + 40)
    return Node(Shape.PILL, lane, row, (label,), width, PILL_HEIGHT)


def _node(step: ChartStep, lane: int, row: int, width: float) -> Node:
    shape = SHAPES[step.kind]
    if shape is Shape.DIAMOND:
        lines, height = fit_diamond(step.label, width)
    else:
        lines = wrap_evenly(step.label, width - 2 * BOX_PADDING, MOST_LINES)
        height = 22 + LINE_HEIGHT * max(1, len(lines)) + (WAVE if shape is Shape.SHEET else 0)
    return Node(shape, lane, row, lines, width, height, step.number)
