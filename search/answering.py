"""The one door to answers: a question -> today's readable pages that answer it, with filters and notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .documents import Results, SearchQuery


def answer(query: SearchQuery) -> Results:
    """Understand, ask the engine, read the hits back from the database. Raises `SearchUnavailable`."""
    raise NotImplementedError
