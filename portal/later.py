"""Something done a few seconds later, in a thread of its own and once for all who ask for it until then."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock, Timer

from django.db import connections

logger = logging.getLogger(__name__)


class Later:
    """`Later(5.0, write).ask()`: `write()` runs five seconds after the first who asks. Lost when the process ends."""

    def __init__(self, seconds: float, run: Callable[[], None]) -> None:
        self._seconds = seconds
        self._run = run
        self._is_set = False
        self._lock = Lock()

    def ask(self) -> None:
        """Have it run, unless it is about to."""
        with self._lock:
            if self._is_set:
                return
            self._is_set = True
        timer = Timer(self._seconds, self._go)
        timer.daemon = True
        timer.start()

    def _go(self) -> None:
        with self._lock:
            self._is_set = False
        try:
            self._run()
        except Exception:
            logger.exception("What was put off could not be done")
        finally:
            connections.close_all()
