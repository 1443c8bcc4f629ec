"""Academic and fiscal years of the Buddhist era, as days of the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from django.utils.translation import gettext_lazy as _

from portal.thai.dates import to_be, to_ce

if TYPE_CHECKING:
    from django.utils.functional import Promise

YearKind: TypeAlias = Literal["academic", "fiscal"]
ACADEMIC: Final[YearKind] = "academic"
FISCAL: Final[YearKind] = "fiscal"
NAMES: Final[dict[YearKind, str | Promise]] = {ACADEMIC: _("Academic year"), FISCAL: _("Fiscal year")}
FIRST, LAST = 2540, 2700  # years that can be asked for
# Month and day; the fiscal year 2569 begins in 2568, the academic year 2569 in 2569.
_BEGIN: Final[dict[YearKind, tuple[int, int]]] = {ACADEMIC: (5, 16), FISCAL: (10, 1)}
_AHEAD: Final[dict[YearKind, int]] = {ACADEMIC: 0, FISCAL: 1}


@dataclass(frozen=True, slots=True)
class Period:
    """A year of one of the two kinds; `year` is of the Buddhist era."""

    kind: YearKind
    year: int

    @property
    def start(self) -> date:
        """The first day."""
        return date(to_ce(self.year) - _AHEAD[self.kind], *_BEGIN[self.kind])

    @property
    def end(self) -> date:
        """The first day of the year after."""
        return Period(self.kind, self.year + 1).start

    @property
    def last_day(self) -> date:
        """The last day."""
        return date.fromordinal(self.end.toordinal() - 1)

    @property
    def name(self) -> str:
        """ปีการศึกษา 2569."""
        return f"{NAMES[self.kind]} {self.year}"


def period_of(day: date, kind: YearKind) -> Period:
    """The year in which a day lies."""
    year = to_be(day.year) + _AHEAD[kind]
    return Period(kind, year if (day.month, day.day) >= _BEGIN[kind] else year - 1)


def read_period(kind: str, year: str, today: date) -> Period:
    """What was asked for; what cannot be understood is the year of today."""
    known: YearKind = FISCAL if kind == FISCAL else ACADEMIC
    is_year = year.isascii() and year.isdigit() and len(year) == 4 and FIRST <= int(year) <= LAST
    return Period(known, int(year)) if is_year else period_of(today, known)
