"""For what is only counted: no reader waits long for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection

LONGEST_WAIT: Final = 0.25  # seconds


@contextmanager
def short_wait() -> Iterator[None]:
    """On SQLite one process writes at a time, and an import may write for long: inside, waiting ends soon."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        before = int(cursor.fetchone()[0])
        cursor.execute(f"PRAGMA busy_timeout = {int(LONGEST_WAIT * 1000)}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {before}")
