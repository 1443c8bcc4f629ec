"""What every engine can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.analysis import AnalysedDocument
    from search.tree import Answer, Node, Question, StoredText


class SearchUnavailable(RuntimeError):
    """The engine does not answer, or holds no index yet; the portal says so and goes on."""


class SearchBusy(SearchUnavailable):
    """Another process has the index for some seconds more, and takes up what is left to it. Searches go on."""


class OutdatedIndex(SearchUnavailable):
    """The index was written by another version of the portal: `manage.py rebuild_search_index` writes it anew."""


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What `search_health` shows: the engine in words, the index in use, how many pages it holds, its size in bytes."""

    engine: str
    index: str
    documents: int
    size: int | None = None


class IndexBuild(ABC):
    """A new index being written beside the one in use, which goes on answering."""

    @abstractmethod
    def add(self, documents: Iterable[AnalysedDocument]) -> None:
        """Write pages. Raises `SearchUnavailable`."""

    @abstractmethod
    def publish(self) -> None:
        """Put the new index in the place of the old one, at once and for all processes, and drop the old one."""


class SearchBackend(ABC):
    """A store of what an anonymous visitor may read, and the answers from it. All methods raise `SearchUnavailable`."""

    @abstractmethod
    def search(self, question: Question) -> Answer:
        """Answer a question."""

    @abstractmethod
    def matching(self, tree: Node, chosen: Mapping[str, Sequence[str]] | None = None) -> Iterator[int]:
        """The keys of all pages that match and bear one of the chosen keys in every facet, in no order."""

    @abstractmethod
    def count_words(self, words: Sequence[str]) -> Mapping[str, int]:
        """In how many pages each word stands, title, text or attachment: about; 0 exactly when in none."""

    @abstractmethod
    def stored(self, pages: Sequence[int]) -> Mapping[int, StoredText]:
        """The text that is indexed of these pages; those that are not indexed are left out."""

    @abstractmethod
    def index(self, documents: Iterable[AnalysedDocument]) -> None:
        """Write pages, each in the place of what was there of it; searches see them when this returns."""

    @abstractmethod
    def remove(self, pages: Iterable[int]) -> None:
        """Forget pages; searches no longer see them when this returns."""

    def is_merging(self) -> bool:
        """Whether this process holds back the writers of others for some seconds: it takes up what they leave."""
        return False

    @abstractmethod
    def rebuild(self) -> AbstractContextManager[IndexBuild]:
        """Begin a new index. Leaving the block without `publish()` throws it away; what an interrupted build left
        behind is cleared by the next. A second build at the same time is refused with `SearchUnavailable`."""

    @abstractmethod
    def status(self) -> IndexStatus:
        """What is there. Raises `OutdatedIndex` for an index of another version."""

    @abstractmethod
    def check(self) -> None:
        """Raise `SearchUnavailable` when the engine does not answer."""
