"""Documents -> the engine: pages written or forgotten, with what the search learns from them."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import Final

from . import indexed_words, lexicon
from .analysis import Analyser
from .backends import get_backend
from .cutting import cut_all
from .learning import learn, telling
from .reading import read

logger = logging.getLogger(__name__)

AT_ONCE: Final = 100  # pages read and written in one go


def bring_up_to_date(pages: Collection[int]) -> dict[int, str]:
    """Have the index hold of these pages what everybody may read now. Returns the pages that could not be read, and
    why; what was indexed of those stays, unless it is public no longer. Raises `SearchUnavailable`."""
    backend = get_backend()
    before = backend.stored(list(pages))
    reading = read(pages)
    learn(chain.from_iterable(map(telling, reading.documents)), lexicon.current().vocabulary.words)
    cut = cut_all(reading.documents, Analyser(lexicon.current().vocabulary))
    if cut.documents:
        backend.index(cut.documents)
    failures = reading.failures | cut.failures
    kept = {document.page for document in cut.documents} | set(failures)
    if gone := [page for page in before if page not in kept]:
        backend.remove(gone)
    indexed_words.remember(cut.words)
    indexed_words.forget(indexed_words.words_shown(before.values()) - cut.words, backend)
    for page, reason in cut.failures.items():
        logger.error("The search could not cut the text of page %s: %s", page, reason)
    return failures


def forget(pages: Collection[int]) -> None:
    """Have the index forget pages, and the words that only they held. Raises `SearchUnavailable`."""
    backend = get_backend()
    words: set[str] = set()
    gone: list[int] = []
    for some in portions(sorted(pages)):
        before = backend.stored(some)
        gone.extend(before)
        words |= indexed_words.words_shown(before.values())
    if gone:
        backend.remove(gone)
        indexed_words.forget(words, backend)


def portions(pages: Sequence[int]) -> Iterator[Sequence[int]]:
    """Pages in groups that are read and written in one go."""
    return (pages[start : start + AT_ONCE] for start in range(0, len(pages), AT_ONCE))
