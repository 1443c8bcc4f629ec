"""Titles of pages in the memory of each process: looked through in a millisecond, where a database takes fifty.

What is found here is only a candidate: whether visitors may read it, and its title, is read from the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from threading import Lock
from time import monotonic
from typing import Final

from django.db.models import Max
from wagtail.models import Page

from portal.thai.normalise import squash

from .reading import readable_pages

FRESH: Final = 300.0  # seconds until all is read again; what is published is read at once


@dataclass(slots=True)
class _Memory:
    """Squashed titles by page; `newest` is the latest published revision that was read."""

    lock: Lock = field(default_factory=Lock)
    titles: dict[int, str] = field(default_factory=dict)
    newest: int = -1
    read_at: float = 0.0


_memory = _Memory()


def pages_titled(readings: Sequence[str], most: int) -> list[int]:
    """Pages whose title holds one of the readings (squashed); first those that begin with it, then the shortest."""
    found: dict[int, tuple[bool, int, str]] = {}
    titles = _titles()
    for reading in readings:
        for page, title in titles.items():
            if reading in title:
                place = (not title.startswith(reading), len(title), title)
                found[page] = min(found.get(page, place), place)
    return nsmallest(most, found, key=found.__getitem__)


def forget() -> None:
    """Read all titles again when they are next needed."""
    _memory.newest = -1


def _titles() -> dict[int, str]:
    """Nobody waits while another thread reads: what was known before is good enough."""
    if _memory.lock.acquire(blocking=False):
        try:
            newest = _newest()
            is_old = _memory.newest < 0 or newest < _memory.newest or monotonic() - _memory.read_at > FRESH
            if is_old:
                _memory.titles, _memory.read_at = _read(since=None), monotonic()
            elif newest > _memory.newest:
                _memory.titles = {**_memory.titles, **_read(since=_memory.newest)}
            _memory.newest = newest
        finally:
            _memory.lock.release()
    return _memory.titles


def _newest() -> int:
    """The latest revision that is published anywhere: an index has it, so it costs nothing to ask."""
    newest: int | None = Page.objects.aggregate(newest=Max("live_revision"))["newest"]
    return newest or 0


def _read(since: int | None) -> dict[int, str]:
    pages = readable_pages() if since is None else readable_pages().filter(live_revision__gt=since)
    return {page: squash(title) for page, title in pages.values_list("pk", "title")}
