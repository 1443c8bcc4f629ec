"""Documents cut into words beside the process that reads them, since cutting is most of the work; needs no Django."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING, Final

from portal.thai.words import LONGEST_TOKEN

from .analysis import JOINT, AnalysedDocument, Analyser

if TYPE_CHECKING:
    from portal.thai.words import Vocabulary

    from .documents import SearchDocument
    from .tree import FieldName

AT_ONCE: Final = 2  # batches of a process: one that it cuts, one that waits there
WORD_FIELDS: Final[tuple[FieldName, ...]] = ("title", "body", "files")
_WORD: Final = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]{2,}|[^\\W\\d_\u0e00-\u0e7f]{2,}")


@dataclass(frozen=True, slots=True)
class Cut:
    """Documents ready for an engine, the words they hold, and pages that could not be cut (page -> why)."""

    documents: list[AnalysedDocument] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    failures: dict[int, str] = field(default_factory=dict)


def cut_all(documents: Iterable[SearchDocument], analyser: Analyser) -> Cut:
    """Cut documents; one that this fails for, such as a plugin's that is no text, does not stop the others."""
    done = Cut()
    for document in documents:
        try:
            ready = analyser.analyse(document)
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
    helpers = [_Helper(vocabulary) for _number in range(processes)]
    threads = ThreadPoolExecutor(max(AT_ONCE * processes, 1))  # one waits for each batch
    try:
        yield Cutters(vocabulary, helpers, threads)
    finally:
        threads.shutdown(cancel_futures=True)
        for helper in helpers:
            helper.end()


class Cutters:
    """Shares batches among processes, of which there is room for so many at once."""

    def __init__(self, vocabulary: Vocabulary, helpers: Sequence[_Helper], threads: ThreadPoolExecutor) -> None:
        self._analyser, self._threads, self._room = Analyser(vocabulary), threads, (AT_ONCE + 1) * len(helpers)
        self._idle: SimpleQueue[_Helper] = SimpleQueue()
        for helper in [*helpers] * AT_ONCE:
            self._idle.put(helper)

    def cut(self, batches: Iterable[Sequence[SearchDocument]]) -> Iterator[Cut]:
        """Cut batch after batch; what the processes have no room for this one cuts itself."""
        under_way: deque[Future[Cut]] = deque()
        for batch in batches:
            if len(under_way) < self._room:
                under_way.append(self._threads.submit(self._have_cut, batch))
            else:
                yield cut_all(batch, self._analyser)
            while under_way and under_way[0].done():
                yield under_way.popleft().result()
        for cut in under_way:
            yield cut.result()

    def _have_cut(self, batch: Sequence[SearchDocument]) -> Cut:
        helper = self._idle.get()
        try:
            return helper.cut(batch)
        finally:
            self._idle.put(helper)


class _Helper:
    """A process of its own, begun without what this one has imported: it ends with this one, whatever happens to it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._here, there = Pipe()
        command = [sys.executable, "-c", f"from {__name__} import help_out; help_out({there.fileno()})"]
        self._process = subprocess.Popen(  # noqa: S603  our own module
            command,
            pass_fds=[there.fileno()],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            start_new_session=True,  # Ctrl-C is for the process that reads
        )
        there.close()
        self._here.send(vocabulary)
        self._sending, self._receiving = Lock(), Lock()

    def cut(self, batch: Sequence[SearchDocument]) -> Cut:
        """Have a batch cut, this one or one sent before it: the next is there when one is done.

        Raises `EOFError` when the process was ended from outside."""
        with self._sending:
            self._here.send(batch)
        with self._receiving:
            cut: Cut = self._here.recv()
        return cut

    def end(self) -> None:
        """At once."""
        self._here.close()
        self._process.kill()
        self._process.wait()


def _words_of(document: AnalysedDocument) -> set[str]:
    return spelt_words(token for name in WORD_FIELDS for token in document.tokens[name].split(JOINT))


def help_out(descriptor: int) -> None:
    """What a helping process does until the other end is closed."""
    connection = Connection(descriptor)
    analyser = Analyser(connection.recv())
    with ThreadPoolExecutor(1) as sending:  # the other end is slow to take what it gets
        while True:
            try:
                batch = connection.recv()
            except (EOFError, ConnectionError):
                return
            sending.submit(_send, connection, cut_all(batch, analyser))


def _send(connection: Connection, cut: Cut) -> None:
    """Whoever waits for a batch that cannot be sent is told by the end of this process."""
    try:
        connection.send(cut)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
