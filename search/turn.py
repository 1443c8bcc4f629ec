"""One process at a time reads pages and writes them to the index: else an older reading might overwrite a newer one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic, sleep
from typing import Final

from django.db import connection, transaction
from filelock import FileLock, Timeout

_LOCK_KEY: Final = 4_803_119_520  # of this portal's search among the advisory locks of a PostgreSQL database
_PAUSE: Final = 0.02  # seconds between two attempts
_threads: Final = Lock()


@contextmanager
def turn(patience: float) -> Iterator[bool]:
    """Whether it is this process's turn; waits `patience` seconds for the end of another's. Ends with its holder.

    On PostgreSQL the turn is a transaction, whichever machine it runs on; a SQLite file belongs to one machine."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            yield _take_advisory_lock(patience)
        return
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or ":memory:" in name or "mode=memory" in name:
        with _thread_lock(patience) as is_ours:
            yield is_ours
        return
    with _file_lock(f"{name}.search-lock", patience) as is_ours:
        yield is_ours


@contextmanager
def _thread_lock(patience: float) -> Iterator[bool]:
    """For a database that no other process has."""
    is_ours = _threads.acquire(timeout=patience)
    try:
        yield is_ours
    finally:
        if is_ours:
            _threads.release()


@contextmanager
def _file_lock(path: str, patience: float) -> Iterator[bool]:
    lock = FileLock(path, timeout=patience, poll_interval=_PAUSE)
    try:
        lock.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _take_advisory_lock(patience: float) -> bool:
    end = monotonic() + patience
    with connection.cursor() as cursor:
        while True:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK_KEY])
            if cursor.fetchone()[0]:
                return True
            if monotonic() >= end:
                return False
            sleep(_PAUSE)
