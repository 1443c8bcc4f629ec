"""Sees each minute to what is scheduled and to what waits for the search."""

from __future__ import annotations

import os
import signal
from threading import Event
from time import monotonic
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import close_old_connections

from search.timer import jobs, run_due

ROUND: Final = 60.0  # seconds
LOOK: Final = 1.0  # seconds between two looks at the process that started this one


class Command(BaseCommand):
    """`manage.py run_timer`, beside the server; or `--once`, from cron or a systemd timer."""

    help = "Publish and unpublish what is scheduled, read new files and bring the search up to date, each minute."

    def add_arguments(self, parser: CommandParser) -> None:
        """Once, or as long as another process lives."""
        parser.add_argument("--once", action="store_true", help="one round only; ends with 1 if something failed")
        parser.add_argument(
            "--with-parent", type=int, metavar="PID", help="end when this process, which started it, ends"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Rounds, until a signal or the end of the parent."""
        if options["once"]:
            if failed := run_due(jobs()):
                raise CommandError(f"Could not: {'; '.join(failed)}. The log says why.")
            return
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self._go_on(stop, options["with_parent"])

    @staticmethod
    def _go_on(stop: Event, parent: int | None) -> None:
        all_jobs, begun = jobs(), -ROUND
        while not stop.is_set() and parent in (None, os.getppid()):
            if monotonic() - begun >= ROUND:
                begun = monotonic()
                run_due(all_jobs)
                close_old_connections()
            stop.wait(LOOK)
