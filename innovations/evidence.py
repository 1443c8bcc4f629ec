"""Results in numbers as drawn bars: how long each is, beside the number itself."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .models import WorkEvidence

_PER_CENT: Final = frozenset({"ร้อยละ", "%", "เปอร์เซ็นต์", "percent", "per cent"})
_FULL: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Bar:
    """One number: `width` in percent of the longest."""

    value: str
    width: str
    was: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was measured, with the numbers that are known, before and after."""

    measure: str
    unit: str
    note: str
    bars: tuple[Bar, ...]


def change_of(row: WorkEvidence) -> Change:
    """The bars of a row. Shares are drawn of a hundred, other numbers of the greater one; below nothing is no bar."""
    known = [(value, was) for value, was in ((row.before, True), (row.after, False)) if value is not None]
    greatest = max((value for value, _was in known), default=Decimal(0))
    full = _FULL if row.unit.strip() in _PER_CENT and greatest <= _FULL else greatest
    bars = tuple(Bar(written(value), _width(value, full), was) for value, was in known)
    return Change(row.measure, row.unit, row.note, bars)


def written(value: Decimal) -> str:
    """A number without needless zeros, thousands apart: 1,250.5."""
    text = f"{value:,.2f}"
    return text.rstrip("0").rstrip(".")


def _width(value: Decimal, full: Decimal) -> str:
    if full <= 0 or value <= 0:
        return "0"
    return written(min(_FULL, value / full * _FULL))
