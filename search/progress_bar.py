"""How far a long work has come: a bar on a terminal, now and then a line elsewhere, such as in a log."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from django.core.management.base import OutputWrapper

WIDTH: Final = 30
REDRAWN: Final = 0.1  # seconds
NEW_LINE: Final = 10.0  # seconds, where there is no terminal


class ProgressBar:
    """`bar(done, total)` shows it, no more often than it can be read; the last one always."""

    def __init__(self, stream: OutputWrapper, unit: str, clock: Callable[[], float] = monotonic) -> None:
        self._stream, self._unit, self._clock = stream, unit, clock
        self._is_terminal = stream.isatty()
        self._started = self._shown = clock()

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` of `total` are done."""
        now, pause = self._clock(), REDRAWN if self._is_terminal else NEW_LINE
        if done < total and now - self._shown < pause:
            return
        self._shown = now
        text = self._text(done, total, now - self._started)
        before, after = ("\r\x1b[2K", "\n" if done >= total else "") if self._is_terminal else ("", "\n")
        self._stream.write(f"{before}{text}", ending=after)
        self._stream.flush()

    def _text(self, done: int, total: int, seconds: float) -> str:
        share = done / total if total else 1.0
        rate = done / seconds if seconds > 0 else 0.0
        counted = f"{done:,} / {total:,} {self._unit}, {rate:,.0f} a second"
        left = f", {(total - done) / rate:,.0f} seconds left" if rate and done < total else ""
        if not self._is_terminal:
            return f"{share:4.0%}  {counted}{left}"
        full = round(WIDTH * share)
        return f"{share:4.0%} [{'#' * full}{' ' * (WIDTH - full)}] {counted}{left}"
