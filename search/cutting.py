"""Documents cut into words beside the process that reads them, since cutting is most of the work; needs no Django."""

from __future__ import annotations

import re
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

from portal.thai.words import LONGEST_TOKEN

from .analysis import JOINT, AnalysedDocument, analyse

if TYPE_CHECKING:
    from portal.thai.words import Vocabulary

    from .documents import SearchDocument
    from .tree import FieldName

WORD_FIELDS: Final[tuple[FieldName, ...]] = ("title", "body", "files")
_WORD: Final = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]{2,}|[^\\W\\d_\u0e00-\u0e7f]{2,}")


@dataclass(frozen=True, slots=True)
class Cut:
    """Documents ready for an engine, the words they hold, and pages that could not be cut (page -> why)."""

    documents: list[AnalysedDocument] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    failures: dict[int, str] = field(default_factory=dict)


def cut_all(documents: Iterable[SearchDocument], vocabulary: Vocabulary) -> Cut:
    """Cut documents; one that this fails for, such as a plugin's that is no text, does not stop the others."""
    done = Cut()
    for document in documents:
        try:
            ready = analyse(document, vocabulary)
        except Exception as error:
            done.failures[document.page] = f"{type(error).__name__}: {error}"
        else:
            done.documents.append(ready)
            done.words.update(_words_of(ready))
    return done


def spelt_words(tokens: Iterable[str]) -> set[str]:
    """The tokens that are words of Thai or Latin letters: what somebody may have meant. Numbers and codes are none."""
    return {token for token in set(tokens) if len(token) <= LONGEST_TOKEN and _WORD.fullmatch(token)}


@contextmanager
def cutters(vocabulary: Vocabulary, processes: int) -> Iterator[Cutters]:
    """Some processes that cut; with none of them it is done by this one."""
    if not processes:
        yield Cutters(vocabulary)
        return
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=_begin, initargs=(vocabulary,))
    try:
        yield Cutters(vocabulary, pool, 2 * processes)
    finally:
        pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Cutters:
    """Shares batches among processes, of which there is room for so many at once."""

    vocabulary: Vocabulary
    pool: ProcessPoolExecutor | None = None
    room: int = 0

    def cut(self, batches: Iterable[Sequence[SearchDocument]]) -> Iterator[Cut]:
        """Cut batch after batch; what the processes have no room for this one cuts itself."""
        under_way: deque[Future[Cut]] = deque()
        for batch in batches:
            if self.pool is not None and len(under_way) < self.room:
                under_way.append(self.pool.submit(_cut_here, batch))
            else:
                yield cut_all(batch, self.vocabulary)
            while under_way and under_way[0].done():
                yield under_way.popleft().result()
        for cut in under_way:
            yield cut.result()


def _words_of(document: AnalysedDocument) -> set[str]:
    return spelt_words(token for name in WORD_FIELDS for token in document.tokens[name].split(JOINT))


_here: dict[str, Vocabulary] = {}  # of a process that cuts: given once, not with each batch


def _begin(vocabulary: Vocabulary) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that reads, which ends this one
    _here["vocabulary"] = vocabulary


def _cut_here(documents: Sequence[SearchDocument]) -> Cut:
    return cut_all(documents, _here["vocabulary"])
