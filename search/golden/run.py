"""Asks the golden questions, in an index of their own, and the office's questions, in the portal's; keeps what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings

from search import lexicon
from search.answering import answer, find
from search.backends import get_backend
from search.documents import SearchQuery
from search.learning import learnable, telling
from search.models import ExpectedResult, GoldenRun
from search.throwaway import throw_away

from .judging import OWN, faults
from .reading import GoldenSet, golden_set

if TYPE_CHECKING:
    from search.backends import SearchBackend
    from search.lexicon import Lexicon

LOOKED_AT: Final = 50  # results of a question
SHOWN: Final = 3  # titles found first, in the report
KEPT: Final = 20  # checks


def check_and_keep() -> GoldenRun:
    """Check the portal's engine, with the office's own questions, and keep what came. Raises `SearchUnavailable`."""
    run = check(settings.SEARCH_URL)
    started = perf_counter()
    run.asked += ExpectedResult.objects.count()
    run.faults += list(_own_faults())
    run.engine = get_backend().status().engine
    run.milliseconds += round((perf_counter() - started) * 1000)
    run.save()
    GoldenRun.objects.exclude(pk__in=GoldenRun.objects.values("pk")[:KEPT]).delete()
    return run


def check(url: str = "embedded://") -> GoldenRun:
    """Ask the golden questions of the engine at `url`, with this office's registries; nothing is kept.

    Raises `SearchUnavailable`."""
    started = perf_counter()
    golden = golden_set()
    known = _lexicon(golden)
    with throw_away(url, golden.corpus.documents, known.vocabulary) as backend:
        wrong = list(_golden_faults(golden, known, backend))
    return GoldenRun(
        engine=url, asked=len(golden.questions), faults=wrong, milliseconds=round((perf_counter() - started) * 1000)
    )


def _golden_faults(golden: GoldenSet, known: Lexicon, backend: SearchBackend) -> Iterator[dict[str, Any]]:
    titles = {name: golden.corpus.documents[number - 1].title for name, number in golden.corpus.numbers.items()}
    names = {number: name for name, number in golden.corpus.numbers.items()}
    for question in golden.questions:
        matches = find(SearchQuery(question.text, size=LOOKED_AT), known, backend, ()).asked.answer.matches
        found = [names[match.page] for match in matches]
        if wrong := faults(question, found):
            yield {
                "query": question.text,
                "trap": question.trap,
                "faults": [[fault, [titles[name] for name in about]] for fault, about in wrong],
                "found": [titles[name] for name in found[:SHOWN]],
            }


def _own_faults() -> Iterator[dict[str, Any]]:
    for expected in ExpectedResult.objects.select_related("page"):
        hits = answer(SearchQuery(expected.text, size=LOOKED_AT)).hits
        place = next((place for place, hit in enumerate(hits, start=1) if hit.page == expected.page_id), 0)
        if not place or place > expected.within:
            yield {
                "query": expected.text,
                "trap": OWN,
                "faults": [["within" if place else "missing", [expected.page.title]]],
                "found": [hit.title for hit in hits[:SHOWN]],
            }


def _lexicon(golden: GoldenSet) -> Lexicon:
    """The office's registries and what the questions rely on, with the words that the documents' names teach."""
    known = lexicon.current()
    words = known.vocabulary.words
    names: Sequence[str] = [name for document in golden.corpus.documents for name in telling(document)]
    return lexicon.lexicon_of(
        dict.fromkeys((*known.abbreviations, *golden.abbreviations)),
        dict.fromkeys((*known.synonyms, *golden.synonyms)),
        words | learnable(names, words),
    )
