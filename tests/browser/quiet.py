"""When the server has answered all that a browser asked: a database cannot be emptied under a request."""

import threading
from time import monotonic, sleep

from django.core.signals import request_finished, request_started

PATIENCE = 10.0  # seconds
CALM = 0.05  # seconds without a request


class Requests:
    """Those that other threads than the test's are answering."""

    def __init__(self) -> None:
        self._count, self._lock = 0, threading.Lock()
        request_started.connect(self._started, dispatch_uid="tests.browser.started")
        request_finished.connect(self._finished, dispatch_uid="tests.browser.finished")

    def wait_until_quiet(self) -> None:
        """What a closed browser had asked before is answered to nobody, and has to end nevertheless."""
        end = monotonic() + PATIENCE
        calm_since = monotonic()
        while monotonic() - calm_since < CALM:
            if self._count > 0:
                assert monotonic() < end, "the server does not come to rest"
                calm_since = monotonic()
            sleep(0.01)

    def _started(self, **_signal) -> None:
        self._add(1)

    def _finished(self, **_signal) -> None:
        self._add(-1)

    def _add(self, number: int) -> None:
        if threading.current_thread() is not threading.main_thread():
            with self._lock:
                self._count += number
