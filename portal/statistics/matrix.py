"""Learning areas by school networks: where something is published, and where nothing is yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from .counts import AREA, NETWORK

if TYPE_CHECKING:
    from .counts import Number, Row, Selection, Table

_SHADES: Final = 4
_WIDE: Final = 10  # networks


@dataclass(frozen=True, slots=True)
class Cell:
    """A number and its shade, 1 to 4; 0 where nothing is published."""

    number: Number
    shade: int


@dataclass(frozen=True, slots=True)
class Shade:
    """From how many pages a shade is used, and up to how many; no end for the darkest."""

    step: int
    first: int
    last: int | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """One line a learning area, one column a network; the last row and column count each page once."""

    networks: tuple[Row, ...]
    lines: tuple[tuple[Row, tuple[Cell, ...]], ...]
    shades: tuple[Shade, ...]

    @property
    def is_wide(self) -> bool:
        """Too wide for paper, and for a quiet look at a phone."""
        return len(self.networks) > _WIDE

    @property
    def gaps(self) -> list[tuple[Row, list[Row]]]:
        """Each learning area with the networks that have nothing of it, for who reads rather than looks."""
        return [
            (area, [network for network, cell in zip(self.networks, cells, strict=True) if not cell.number.total])
            for area, cells in self.lines
        ]

    @property
    def empty(self) -> int:
        """Cells without a page."""
        return sum(not cell.number.total for _area, cells in self.lines for cell in cells)


def matrix(selection: Selection, areas: Table, networks: Table) -> Matrix:
    """One request to the engine a learning area, whatever the number of networks and pages."""
    lines = [(area, _numbers(selection, area, networks.rows)) for area in areas.rows]
    largest = max((number.total for _area, numbers in lines for number in numbers), default=0)
    step = max(1, ceil(largest / _SHADES))
    shaded = tuple((area, tuple(Cell(one, ceil(one.total / step)) for one in numbers)) for area, numbers in lines)
    return Matrix(networks.rows, shaded, _shades(step, largest))


def _numbers(selection: Selection, area: Row, networks: Sequence[Row]) -> list[Number]:
    found = selection.ask([NETWORK], learning_area=area.key).counts[NETWORK] if area.every.total else {}
    return [
        selection.number(found.get(network.key, 0), **{AREA: area.key, NETWORK: network.key}) for network in networks
    ]


def _shades(step: int, largest: int) -> tuple[Shade, ...]:
    firsts = [(number, (number - 1) * step + 1) for number in range(1, _SHADES + 1)]
    used = [(number, first) for number, first in firsts if first <= largest]
    return tuple(Shade(number, first, None if number == _SHADES else number * step) for number, first in used)
