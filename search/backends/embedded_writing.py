"""All pages written to a new embedded index, beside the one in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from tantivy import Query

from .base import IndexBuild, SearchUnavailable
from .embedded_schema import as_document, open_index
from .memory import give_back_what_is_freed

if TYPE_CHECKING:
    from pathlib import Path

    from tantivy import Index, IndexWriter, Schema

    from search.analysis import AnalysedDocument

    from .embedded_store import IndexStore

HEAP: Final = 160_000_000  # bytes
COMMIT_EVERY: Final = 3_000  # documents of a build: tantivy would keep up to 10,000 waiting in memory
_ASIDE: Final = 200  # documents kept while it commits


class Build(IndexBuild):
    """An index in a folder of its own, to be put in use when it is whole."""

    def __init__(self, store: IndexStore, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._added: set[int] = set()
        give_back_what_is_freed()
        with changing():
            self._index: Index = open_index(folder)
            self._writer: IndexWriter | None = self._index.writer(HEAP, 1)
        self._uncommitted = 0
        self._aside: list[AnalysedDocument] = []
        self._thread = ThreadPoolExecutor(1, "search-build")
        self._commit: Future[int] | None = None

    def add(self, documents: Iterable[AnalysedDocument]) -> None:
        """Write pages, not yet to be seen. The next ones are read and cut while those before them are committed."""
        self._open_writer()
        for document in documents:  # outside: a fault of whoever makes them is none of the index
            self._aside.append(document)
        if self._commit is None or self._commit.done() or len(self._aside) >= _ASIDE:
            self._write()

    def publish(self) -> None:
        """Commit, and point at the new folder."""
        writer = self._open_writer()
        self._write()
        with changing():
            self._wait()
            writer.commit()
            self._writer = None
            writer.wait_merging_threads()
        self._store.point_at(self._folder)

    def leave(self) -> None:
        """Stop writing what was not published, so that its folder can go."""
        self._thread.shutdown()
        if self._writer is not None:
            writer, self._writer = self._writer, None
            with changing():
                writer.rollback()
                writer.wait_merging_threads()

    def _write(self) -> None:
        writer = self._open_writer()
        with changing():
            self._wait()
            for document in self._aside:
                if document.page in self._added:
                    forget(writer, self._index.schema, document.page)
                self._added.add(document.page)
                writer.add_document(as_document(document))
        self._uncommitted += len(self._aside)
        self._aside.clear()
        if self._uncommitted >= COMMIT_EVERY:
            self._uncommitted, self._commit = 0, self._thread.submit(writer.commit)

    def _wait(self) -> None:
        commit, self._commit = self._commit, None
        if commit is not None:
            commit.result()

    def _open_writer(self) -> IndexWriter:
        if self._writer is None:
            raise SearchUnavailable(_("This build of the search index has ended."))
        return self._writer


def forget(writer: IndexWriter, schema: Schema, page: int) -> None:
    """Have the next commit leave out a page."""
    # not by term: that takes a number for a signed one, and would delete nothing
    writer.delete_documents_by_query(Query.term_query(schema, "page", page))


@contextmanager
def changing() -> Iterator[None]:
    """tantivy reports a full disk or a held lock as a ValueError with the reason."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise SearchUnavailable(_("The search index cannot be written: %(reason)s") % {"reason": error}) from error
