"""Questions are counted a few seconds later and many at once: an answer, kept or new, waits for no write."""

from __future__ import annotations

import atexit
from collections import Counter
from threading import Lock
from typing import TYPE_CHECKING, Final

from portal.later import Later

from . import log

if TYPE_CHECKING:
    from django.http import HttpRequest

SECONDS: Final = 5.0  # that a count waits at most; a process that is killed loses those of so long

_waiting: Counter[tuple[str, int]] = Counter()
_lock = Lock()


def note(text: str, total: int, request: HttpRequest) -> None:
    """As `log.note`, without making this visitor wait for the database."""
    if log.is_crawler(request.META.get("HTTP_USER_AGENT", "")):
        return
    with _lock:
        is_first = not _waiting
        _waiting[text, total] += 1  # what of it may be kept is seen to when it is written
    if is_first:
        atexit.unregister(write)
        atexit.register(write)
        _soon.ask()


def write() -> None:
    """Write what waits."""
    with _lock:
        counted = dict(_waiting)
        _waiting.clear()
    log.note_all(counted)


_soon: Final = Later(SECONDS, write)
