"""Pages written to the embedded index: a few into the one in use, or all of them into a new one."""

from __future__ import annotations

import logging
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

    from filelock import FileLock
    from tantivy import Index, IndexWriter, Schema

    from search.analysis import AnalysedDocument

    from .embedded_store import IndexStore

logger = logging.getLogger(__name__)

SMALL_HEAP: Final = 15_000_000  # bytes, tantivy's least
LARGE_HEAP: Final = 160_000_000
COMMIT_EVERY: Final = 3_000  # documents of a build: tantivy would keep up to 10,000 waiting in memory
_ASIDE: Final = 200  # documents kept while it commits


def committed(index: Index, remove: Iterable[int], add: Iterable[AnalysedDocument]) -> IndexWriter:
    """Forget pages, write pages and commit. The writer is still to be waited for: see `let_go`."""
    with _changing():
        writer = index.writer(SMALL_HEAP, 1)
        try:
            for page in remove:
                _forget(writer, index.schema, page)
            for document in add:
                _forget(writer, index.schema, document.page)
                writer.add_document(as_document(document))
            writer.commit()
        except BaseException:
            writer.rollback()  # only of what a failure left undone: it would stop the merges of a commit
            writer.wait_merging_threads()
            raise
        return writer


def let_go(writer: IndexWriter, lock: FileLock) -> None:
    """Let the next writer begin when the segments of this one are merged."""
    try:
        writer.wait_merging_threads()
    except (OSError, ValueError):  # everything is committed, and may be merged another time
        logger.exception("Segments of the search index could not be merged")
    finally:
        lock.release()


class Build(IndexBuild):
    """An index in a folder of its own, to be put in use when it is whole."""

    def __init__(self, store: IndexStore, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._added: set[int] = set()
        give_back_what_is_freed()
        with _changing():
            self._index: Index = open_index(folder)
            self._writer: IndexWriter | None = self._index.writer(LARGE_HEAP, 1)
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
        with _changing():
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
            with _changing():
                writer.rollback()
                writer.wait_merging_threads()

    def _write(self) -> None:
        writer = self._open_writer()
        with _changing():
            self._wait()
            for document in self._aside:
                if document.page in self._added:
                    _forget(writer, self._index.schema, document.page)
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


def _forget(writer: IndexWriter, schema: Schema, page: int) -> None:
    # not by term: that takes a number for a signed one, and would delete nothing
    writer.delete_documents_by_query(Query.term_query(schema, "page", page))


@contextmanager
def _changing() -> Iterator[None]:
    """tantivy reports a full disk or a held lock as a ValueError with the reason."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise SearchUnavailable(_("The search index cannot be written: %(reason)s") % {"reason": error}) from error
