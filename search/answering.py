"""The one door to answers: a question -> today's readable pages that answer it, with filters and notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Final

from . import lexicon
from .asking import Asked, ask
from .backends import get_backend
from .corrections import corrections
from .counting import LabelsOf, as_facets, read_labels
from .documents import Notice, Results
from .facets import all_facets
from .hits import Looked, read_back
from .promotions import recommended_for
from .tree import Answer, Question
from .understanding import Understood, understand
from .use_order import search_in_order

if TYPE_CHECKING:
    from .backends import SearchBackend
    from .corrections import Correction
    from .documents import SearchQuery
    from .lexicon import Lexicon
    from .sources import PageFacet

DEEPEST: Final = 10_000  # results that can be paged through
FEW: Final = 3  # results; a question that finds fewer may be misspelt


@dataclass(frozen=True, slots=True)
class Found:
    """The question that was answered at last, and how."""

    text: str
    understood: Understood
    asked: Asked
    near: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


def answer(query: SearchQuery, labels_of: LabelsOf = read_labels) -> Results:
    """Understand, ask the engine, read the hits back from the database. Raises `SearchUnavailable`.

    A question that finds nothing as typed is answered as it was probably meant, with a notice; `query.is_literal`
    forbids that. An empty question lists every page, the newest first."""
    known, backend, facets = lexicon.current(), get_backend(), all_facets()
    found = find(query, known, backend, facets)
    looked = Looked(found.understood.marks, known.vocabulary)
    hits = read_back(found.asked.answer.matches, looked)
    is_behind = len(hits) < len(found.asked.answer.matches)
    total = found.asked.answer.total
    return Results(
        hits,
        total,
        min(query.page, _pages(total, query.size)),
        _pages(total, query.size),
        as_facets(facets, found.asked.answer.counts, query.chosen, labels_of),
        (*found.notices, Notice("behind")) if is_behind else found.notices,
        recommended_for(query.text, known) if query.page == 1 and query.text else (),
        found.near,
    )


def find(query: SearchQuery, known: Lexicon, backend: SearchBackend, facets: Sequence[PageFacet]) -> Found:
    """What the engine answers, as typed or as it was probably meant, with the counts of `facets`."""
    understood = understand(query.text, known)
    asked = _ask(query, understood, backend, facets)
    is_sure = asked.answer.total >= FEW and not asked.was_widened
    if query.is_literal or is_sure or not query.text.strip():
        return Found(query.text, understood, asked)
    meant = corrections(query.text, known, backend)
    near = tuple(one.text for one in meant)
    # Letters that are words on the other keyboard only are no chance, though a digit among them may stand somewhere.
    if meant and (asked.was_widened or not asked.answer.total or meant[0].kind == "keyboard"):
        found = _corrected(query, meant[0], known, backend, facets)
        if not found.asked.was_widened or not asked.answer.total:
            return replace(found, near=near[1:])
    return Found(query.text, understood, asked, near)


def _corrected(
    query: SearchQuery, meant: Correction, known: Lexicon, backend: SearchBackend, facets: Sequence[PageFacet]
) -> Found:
    understood = understand(meant.text, known)
    notice = Notice(meant.kind, query.text, meant.text)
    return Found(meant.text, understood, _ask(query, understood, backend, facets), notices=(notice,))


def _ask(query: SearchQuery, understood: Understood, backend: SearchBackend, facets: Sequence[PageFacet]) -> Asked:
    """The wanted page of results, or the last one there is."""
    if query.text.strip() and not understood.stages:
        return Asked(Answer())
    asked = _asked(query, understood, backend, facets)
    pages = _pages(asked.answer.total, query.size)
    return asked if query.page <= pages else _asked(replace(query, page=pages), understood, backend, facets)


def _asked(query: SearchQuery, understood: Understood, backend: SearchBackend, facets: Sequence[PageFacet]) -> Asked:
    question = _question(query, facets)
    return ask(backend, understood, question) if understood.stages else Asked(search_in_order(backend, question))


def _question(query: SearchQuery, facets: Sequence[PageFacet]) -> Question:
    return Question(
        chosen={name: tuple(sorted(keys)) for name, keys in sorted(query.chosen.items()) if keys},
        counted=tuple(facet.name for facet in facets),
        sort=query.sort,
        start=(query.page - 1) * query.size,
        size=query.size,
        wants_text=True,
    )


def _pages(total: int, size: int) -> int:
    return max(1, ceil(min(total, DEEPEST) / size))
