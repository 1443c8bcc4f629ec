"""Documents -> the engine: pages written or forgotten, with what the search learns from them."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final

from . import indexed_words, lexicon
from .analysis import analyse
from .backends import get_backend
from .learning import learn, telling
from .reading import read

if TYPE_CHECKING:
    from portal.thai.words import Vocabulary

    from .analysis import AnalysedDocument
    from .reading import Reading

logger = logging.getLogger(__name__)

AT_ONCE: Final = 100  # pages read and written in one go


def bring_up_to_date(pages: Collection[int]) -> dict[int, str]:
    """Have the index hold of these pages what everybody may read now. Returns the pages that could not be read, and
    why; what was indexed of those stays, unless it is public no longer. Raises `SearchUnavailable`."""
    backend = get_backend()
    before = backend.stored(list(pages))
    reading = read(pages)
    learn(chain.from_iterable(map(telling, reading.documents)), lexicon.current().vocabulary.words)
    written = analysed(reading, lexicon.current().vocabulary)
    if written:
        backend.index(written)
    kept = {document.page for document in written} | set(reading.failures)
    if gone := [page for page in before if page not in kept]:
        backend.remove(gone)
    words: set[str] = set().union(*map(indexed_words.words_of, written))
    indexed_words.remember(words)
    indexed_words.forget(indexed_words.words_shown(before.values()) - words, backend)
    return reading.failures


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


def analysed(reading: Reading, vocabulary: Vocabulary) -> list[AnalysedDocument]:
    """Cut what was read into words; a page that this fails for joins the failures."""
    written: list[AnalysedDocument] = []
    for document in reading.documents:
        try:
            written.append(analyse(document, vocabulary))
        except Exception as error:  # of a plugin that gives what is no text
            logger.exception("The search could not cut the text of page %s.", document.page)
            reading.failures[document.page] = f"{type(error).__name__}: {error}"
    return written
