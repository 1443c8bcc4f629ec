"""Fits the question of a decision into a diamond, whose lines are the shorter the farther they are from the middle."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from .labels import ELLIPSIS, LINE_HEIGHT, MOST_LINES, text_width, unbroken_pieces, wrap

LOWEST, HIGHEST, STEP = 88, 264, 8
A_LINE = 12  # how much height one line less is worth
A_SCRAP = 36  # how much height is worth not leaving a scrap of text on a line


def fit_diamond(label: str, width: float) -> tuple[tuple[str, ...], float]:
    """The lines of the label and the height of the diamond that holds them, with no word torn if that can be."""
    found = _flattest(label, width)
    if found:
        return found
    pieces = unbroken_pieces(label)
    least_too_many = bisect_left(
        range(1, len(pieces)), True, key=lambda count: not _flattest(_cut(pieces, count), width)
    )
    found = _flattest(_cut(pieces, least_too_many), width) if least_too_many else None
    return found or (wrap(label, line_widths(MOST_LINES, width, HIGHEST))[0], HIGHEST)


def line_widths(count: int, width: float, height: float) -> list[float]:
    """How wide each of `count` centred lines may be inside a diamond."""
    reaches = [abs(line - (count - 1) / 2) * LINE_HEIGHT + 9 for line in range(count)]
    return [width * (1 - reach / (height / 2)) - 4 for reach in reaches]


def _flattest(label: str, width: float) -> tuple[tuple[str, ...], float] | None:
    heights = range(LOWEST, HIGHEST + 1, STEP)
    fitting = []
    for count in range(1, MOST_LINES + 1):
        place = bisect_left(heights, True, key=partial(_holds, label, count, width))
        if place == len(heights):
            continue
        lines, _ = wrap(label, line_widths(count, width, heights[place]))
        if len(lines) == count:
            fitting.append((heights[place] + A_LINE * count + A_SCRAP * _has_scrap(lines), lines, heights[place]))
    return min(fitting)[1:] if fitting else None


def _holds(label: str, count: int, width: float, height: float) -> bool:
    widths = line_widths(count, width, height)
    return min(widths) >= LINE_HEIGHT and wrap(label, widths)[1]


def _has_scrap(lines: tuple[str, ...]) -> bool:
    widths = [text_width(line) for line in lines]
    return 3 * min(widths) < max(widths)


def _cut(pieces: list[str], count: int) -> str:
    return "".join(pieces[:count]).rstrip() + ELLIPSIS
