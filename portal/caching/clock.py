"""Until when a page may be kept although nothing changes: pages expire by the clock, and tomorrow is another day."""

from __future__ import annotations

from datetime import datetime, timedelta
from time import time
from typing import Final

from django.db.models import Min
from django.utils import timezone
from wagtail.models import Page

LONGEST: Final = 300.0  # seconds: counts, and what is asked most, are that old at most


class _Expiry:
    """When the next page expires; asked of the database once a generation, and again when that has passed."""

    def __init__(self) -> None:
        self._asked: tuple[int, float] | None = None

    def after(self, generation: int, now: float) -> float:
        """Seconds since 1970; endless when no page expires."""
        if self._asked is None or self._asked[0] != generation or self._asked[1] <= now:
            self._asked = generation, _next_expiry()
        return self._asked[1]


_expiry = _Expiry()


def until(generation: int) -> float:
    """When what is made now has to be made anew, in seconds since 1970."""
    now = time()
    return min(now + LONGEST, _expiry.after(generation, now), _midnight())


def _next_expiry() -> float:
    found: datetime | None = Page.objects.filter(live=True, expire_at__gt=timezone.now()).aggregate(
        next=Min("expire_at")
    )["next"]
    return found.timestamp() if found else float("inf")


def _midnight() -> float:
    here = timezone.localtime()
    return (here.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)).timestamp()
