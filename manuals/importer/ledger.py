"""The account that understanding keeps: each line is placed or left out, once."""

from collections.abc import Callable
from functools import partial

from manuals.importer.lines import Line
from manuals.importer.plan import LeftOut, PagePath, Place, Placement
from manuals.outline import Part

# Called with a line, what it became, and whether that was recognised.
PlaceLine = Callable[..., None]
LeaveOut = Callable[[Line, str], None]


class Ledger:
    """Collects placements and leavings in the order of the source."""

    def __init__(self) -> None:
        self._placements: dict[int, Placement] = {}
        self._left_out: dict[int, LeftOut] = {}

    def page(self, *path: int) -> PlaceLine:
        """Return the function that places lines on one page."""
        return partial(self._place, path)

    def leave_out(self, line: Line, reason: str) -> None:
        number = line.paragraph.line
        self._left_out[number] = LeftOut(number, line.paragraph.text, reason)

    def placements(self) -> tuple[Placement, ...]:
        return tuple(self._placements[number] for number in sorted(self._placements))

    def left_out(self) -> tuple[LeftOut, ...]:
        return tuple(self._left_out[number] for number in sorted(self._left_out))

    def _place(self, path: PagePath, line: Line, part: Part | Place, is_recognised: bool = True) -> None:
        number = line.paragraph.line
        self._placements[number] = Placement(number, line.paragraph.text, path, part, is_recognised)
