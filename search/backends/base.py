"""What every engine can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.documents import Results, SearchQuery


class SearchUnavailable(RuntimeError):
    """The engine does not answer; the portal says so and goes on."""


class SearchBackend(ABC):
    """A store of what an anonymous visitor may read, and the answers from it."""

    @abstractmethod
    def search(self, query: SearchQuery) -> Results:
        """Answer a question. Raises `SearchUnavailable`."""

    @abstractmethod
    def check(self) -> None:
        """Raise `SearchUnavailable` when the engine does not answer."""
