"""Says how the search is, and what to do where something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import override

from search.differences import Differences
from search.health import Health, differences, health

TIMER = "manage.py run_timer has to run all the time, or once a minute with --once (docs/running.md)"
REBUILD = "manage.py rebuild_search_index"


class Command(BaseCommand):
    """`manage.py search_health`; ends with 1 when something needs attention, so that a monitor can ask."""

    help = "Say which engine searches, what waits for it, where index and database differ, and what to do."

    def handle(self, *args: Any, **options: Any) -> None:
        """Facts first, then each problem with its remedy."""
        with override("en"):
            found = health()
            apart = differences() if found.status else None
            for line in _facts(found, apart):
                self.stdout.write(line)
            problems = list(_problems(found, apart))
        for problem, remedy in problems:
            self.stdout.write(self.style.ERROR(f"Wrong: {problem}"))
            self.stdout.write(f"  What helps: {remedy}")
        if problems:
            raise SystemExit(1)
        self.stdout.write(self.style.SUCCESS("The search is well."))


def _facts(found: Health, apart: Differences | None) -> Iterator[str]:
    if found.status:
        size = f", {found.status.size / 1e6:,.1f} MB" if found.status.size is not None else ""
        yield f"Engine: {found.status.engine}, {found.status.index}{size}"
        yield f"Pages in the index: {found.status.documents:,}"
    if apart is not None:
        yield f"Pages that everybody may read: {apart.readable:,}"
    since = f", the oldest for {timesince(found.oldest)}" if found.oldest else ""
    yield f"Changes that wait: {found.waiting:,}{since}"


def _problems(found: Health, apart: Differences | None) -> Iterator[tuple[str, str]]:
    if found.unavailable:
        yield f"the engine does not answer. {found.unavailable}", f"see to the engine or to SEARCH_URL; then {REBUILD}"
    for change in found.failures:
        tried = f"tried {change.attempts} times, again at {timezone.localtime(change.due_at):%H:%M}"
        remedy = "mend what the error names (often the extension of that page); it is tried again by itself"
        yield f"page {change} could not be indexed, {tried}: {change.error}", remedy
    if found.overdue:
        yield f"{found.overdue} scheduled pages are not published", TIMER
    if found.is_timer_missing and not found.overdue:
        yield "nobody has seen to the changes that wait", TIMER
    if apart and not found.waiting:
        counted = f"{len(apart.missing):,} readable pages are missing, {len(apart.superfluous):,} are there too much"
        yield f"index and database differ: {counted}", f"the timer mends this once an hour; at once: {REBUILD}"
