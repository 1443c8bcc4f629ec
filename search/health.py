"""How the search is: its engine, what waits, what is wrong and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.utils import timezone
from wagtail.models import Revision

from .backends import SearchUnavailable, get_backend
from .differences import Differences, compare
from .models import IndexChange

if TYPE_CHECKING:
    from .backends.base import IndexStatus

LATE: Final = timedelta(minutes=5)  # after which a change or a schedule should long have been seen to


@dataclass(frozen=True, slots=True)
class Health:
    """`status` of the engine, or `unavailable`: why it does not answer. How many changes wait and since when, how many
    of those failed and the newest failures, and how many schedules are overdue."""

    status: IndexStatus | None
    unavailable: str = ""
    waiting: int = 0
    oldest: datetime | None = None
    failed: int = 0
    failures: tuple[IndexChange, ...] = ()
    overdue: int = 0

    @property
    def is_timer_missing(self) -> bool:
        """Whether nothing seems to see to what waits and to schedules."""
        now = timezone.now()
        untouched = self.oldest is not None and self.oldest < now - LATE and not self.failed and not self.unavailable
        return bool(self.overdue or untouched)

    @property
    def is_well(self) -> bool:
        """Whether nothing needs anybody's attention; what came in this minute does not."""
        return not (self.unavailable or self.failed or self.is_timer_missing)


def health() -> Health:
    """A few small queries, and a question to the engine."""
    status, unavailable = None, ""
    try:
        status = get_backend().status()
    except SearchUnavailable as error:
        unavailable = str(error)
    waiting = IndexChange.objects.waiting()
    failed = IndexChange.objects.none() if unavailable else waiting.exclude(error="")
    return Health(
        status,
        unavailable,
        waiting.count(),
        waiting.order_by("created_at").values_list("created_at", flat=True).first(),
        failed.count(),
        tuple(failed.order_by("-due_at")[:5]),
        Revision.objects.filter(approved_go_live_at__lt=timezone.now() - LATE).count(),
    )


def differences() -> Differences | None:
    """Compare index and database page by page; None when the engine does not answer."""
    try:
        return compare()
    except SearchUnavailable:
        return None
