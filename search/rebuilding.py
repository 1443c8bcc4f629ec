"""The whole index written anew beside the one that answers, which it then replaces at once."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from django.utils import timezone
from django.utils.translation import gettext as _

from portal.caching import generation
from portal.content.models import GlossaryTerm, KnowledgeTag, School, SchoolNetwork

from . import indexed_words, lexicon, outbox
from .backends import SearchUnavailable, get_backend
from .cutting import cutters
from .draining import Drained, drain
from .indexing import portions
from .learning import learnable
from .models import DictionaryWord, IndexChange
from .reading import read, readable_pages
from .turn import turn

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from .backends.base import IndexBuild
    from .documents import SearchDocument

logger = logging.getLogger(__name__)

AT_ONCE: Final = 50  # pages read and cut in one go
WORTH_A_PROCESS: Final = 1000  # pages from which a process more saves time
MARGIN: Final = timedelta(minutes=1)  # by which clocks of several machines may differ
PATIENCE: Final = 60.0  # seconds that the end of a rebuild waits for its turn
TITLES_AT_ONCE: Final = 2000

Progress: TypeAlias = Callable[[int, int], None]  # pages written, and pages in all


@dataclass(slots=True)
class Rebuilt:
    """How many pages were written, which could not be and why, how many words were learnt, and what came meanwhile."""

    pages: int = 0
    failures: dict[int, str] = field(default_factory=dict)
    learnt: int = 0
    caught_up: Drained = field(default_factory=Drained)


def rebuild(progress: Progress = lambda done, total: None, processes: int | None = None) -> Rebuilt:
    """Write a new index of all that everybody may read. Raises `SearchUnavailable`, also while another one runs.

    The index in use answers until the end and stays if this one is broken off. What changes meanwhile is applied to it
    as always, and once more to the new one. `processes` cut text beside this one; None: as many as are worth it."""
    done, started = Rebuilt(), timezone.now() - MARGIN
    with get_backend().rebuild() as build:
        before = _known(started)
        done.learnt = _learn_everything()
        indexed_words.replace(_write_all(build, done, progress, processes))
        with turn(PATIENCE) as is_ours:
            if not is_ours:
                raise SearchUnavailable(_("Another process has been writing the search index for too long."))
            build.publish()
            generation.bump()  # pages that show what was found are made anew
            _settle(started, before)
    outbox.look_again(done.failures)
    _catch_up(done.caught_up)
    return done


def _write_all(build: IndexBuild, done: Rebuilt, progress: Progress, processes: int | None) -> set[str]:
    pages = list(readable_pages().order_by("pk").values_list("pk", flat=True))
    if processes is None:
        processes = int(len(pages) >= WORTH_A_PROCESS and (os.cpu_count() or 1) > 1)
    words: set[str] = set()
    seen = 0
    if pages:
        progress(0, len(pages))
    with cutters(lexicon.current().vocabulary, processes) as cutting:
        for cut in cutting.cut(_documents(pages, done)):
            build.add(cut.documents)
            words |= cut.words
            done.failures |= cut.failures
            done.pages += len(cut.documents)
            seen += AT_ONCE
            progress(min(seen, len(pages)), len(pages))
    return words


def _documents(pages: Sequence[int], done: Rebuilt) -> Iterator[list[SearchDocument]]:
    for start in range(0, len(pages), AT_ONCE):
        reading = read(pages[start : start + AT_ONCE])
        done.failures |= reading.failures
        yield reading.documents


def _known(started: datetime) -> set[int]:
    """The changes of which every page is read hereafter: those that wait, and those just applied to the old index."""
    due = IndexChange.objects.due().values_list("pk", flat=True)
    return {*due, *IndexChange.objects.filter(done_at__gte=started).values_list("pk", flat=True)}


def _settle(started: datetime, before: set[int]) -> None:
    """Changes from `before` the new index holds. What was applied to the old one since then may have been read too
    early: it is applied again."""
    now = timezone.now()
    for some in portions(sorted(before)):
        IndexChange.objects.waiting().filter(pk__in=some).update(done_at=now, error="")
    meanwhile = set(IndexChange.objects.filter(done_at__gte=started).values_list("pk", flat=True)) - before
    for some in portions(sorted(meanwhile)):
        IndexChange.objects.filter(pk__in=some).update(done_at=None, due_at=now)


def _catch_up(caught_up: Drained) -> None:
    """Apply what came meanwhile; the index may be merged by then. What is left the timer takes up."""
    end = monotonic() + PATIENCE
    while True:
        drained = drain()
        caught_up.done += drained.done
        caught_up.failed += drained.failed
        caught_up.unavailable, caught_up.is_busy = drained.unavailable, drained.is_busy
        if not drained.is_busy or monotonic() > end:
            return


def _learn_everything() -> int:
    """Learn all titles, tags and names before a page is cut: nothing has to be looked for afterwards."""
    known = lexicon.current().vocabulary.words
    found: set[str] = set()
    for texts in (readable_pages().values_list("title", flat=True), *_names()):
        found |= learnable(texts.iterator(chunk_size=TITLES_AT_ONCE), known)
    return len(DictionaryWord.objects.learn(sorted(found)))


def _names() -> Iterator[QuerySet[Any]]:
    """Of tags only those that are published: one is made as soon as a draft bears it."""
    published = KnowledgeTag.objects.filter(tagged_pages__content_object__in=readable_pages().values("pk"))
    yield published.values_list("name", flat=True)
    for model in (School, SchoolNetwork):
        yield model.objects.values_list("name", flat=True)
    for column in ("term", "also"):
        yield GlossaryTerm.objects.values_list(column, flat=True)
