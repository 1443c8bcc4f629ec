"""A few pages written to the index in use, also while the segments of what was written before are merged."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, log2
from threading import Lock, Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

from .embedded_schema import as_document
from .embedded_store import LONGEST_MERGE
from .embedded_writing import changing, forget

if TYPE_CHECKING:
    from pathlib import Path

    from filelock import FileLock
    from tantivy import IndexWriter, Schema

    from search.analysis import AnalysedDocument

    from .embedded_store import IndexStore

logger = logging.getLogger(__name__)

HEAP: Final = 15_000_000  # bytes, tantivy's least
LOOK: Final = 0.1  # seconds between two looks at whether a merge is over
# tantivy's LogMergePolicy as it is by default: https://docs.rs/tantivy/latest/tantivy/merge_policy/struct.LogMergePolicy.html
_SEGMENTS: Final = 8  # of one size that are merged
_SMALLEST: Final = 10_000  # documents up to which segments are of one size
_STEP: Final = 0.75  # by which sizes differ, as a power of two


class Updates:
    """What this process writes. Its writer stays open, and holds back those of others, until no merge is under way."""

    def __init__(self, store: IndexStore) -> None:
        self._store = store
        self._guard = Lock()
        self._opened: _Opened | None = None
        self._is_merging = False

    @property
    def is_merging(self) -> bool:
        """Whether others are held back for longer than a moment."""
        return self._is_merging

    def write(self, remove: Iterable[int], add: Iterable[AnalysedDocument]) -> None:
        """Forget pages, write pages and commit: found from here on. Nobody waits for the merge that may follow."""
        pages, documents = list(remove), list(add)  # a fault of whoever makes them is none of the index
        with self._guard:
            opened, self._opened, self._is_merging = self._opened, None, False
            is_new = opened is None
            opened = opened or self._open()
            opened.commit(pages, documents)
            self._opened, self._is_merging = opened, is_merging(opened.folder)
        if is_new:
            Thread(target=self._close_when_merged, args=(opened,), name="search-merge").start()

    def _open(self) -> _Opened:
        folder = self._store.folder()
        # whoever merges looks for what is left to it: waiting would only hold that up
        lock = self._store.begin_writing(0) if is_merging(folder) else self._store.begin_writing()
        try:
            index = self._store.current()
            with changing():
                return _Opened(index.writer(HEAP, 1), index.schema, self._store.folder(), lock)
        except BaseException:
            lock.release()
            raise

    def _close_when_merged(self, opened: _Opened) -> None:
        end = monotonic() + LONGEST_MERGE
        while True:
            with self._guard:
                if self._opened is not opened:  # a failure has closed it
                    return
                if monotonic() > end or not is_merging(opened.folder):
                    self._opened, self._is_merging = None, False
                    break
            sleep(LOOK)
        opened.close()


@dataclass(frozen=True, slots=True, eq=False)
class _Opened:
    writer: IndexWriter
    schema: Schema
    folder: Path
    lock: FileLock

    def commit(self, remove: Iterable[int], add: Iterable[AnalysedDocument]) -> None:
        """Closes the writer when it fails: nothing of this is kept then."""
        try:
            with changing():
                for page in remove:
                    forget(self.writer, self.schema, page)
                for document in add:
                    forget(self.writer, self.schema, document.page)
                    self.writer.add_document(as_document(document))
                self.writer.commit()
        except BaseException:
            self._roll_back()  # only of what a failure left undone: it would stop the merges of a commit
            self.close()
            raise

    def close(self) -> None:
        """Wait for the merge, and let the next writer begin."""
        try:
            self.writer.wait_merging_threads()
        except (OSError, ValueError):  # everything is committed, and may be merged another time
            logger.exception("Segments of the search index could not be merged")
        finally:
            self.lock.release()

    def _roll_back(self) -> None:
        try:
            self.writer.rollback()
        except (OSError, ValueError):  # the failure that led here is reported
            logger.exception("What was not written to the search index could not be undone")


def is_merging(folder: Path) -> bool:
    """Whether the index in this folder has as many segments of one size as are merged: until then they are listed."""
    try:
        segments = json.loads((folder / "meta.json").read_text())["segments"]
        sizes = sorted((log2(max(_SMALLEST, one["max_doc"])) for one in segments), reverse=True)
    except (OSError, ValueError, LookupError, TypeError):  # whoever reads or writes next says so
        return False
    level, members = inf, 0
    for size in sizes:
        if size < level - _STEP:
            level, members = size, 0
        members += 1
        if members >= _SEGMENTS:
            return True
    return False
