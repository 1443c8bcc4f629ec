"""How well and how fast a corpus is searched: the figures by which changes of the search are judged."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from time import perf_counter
from typing import TYPE_CHECKING, Final, TypeAlias

from django.db import DatabaseError

from .answering import find
from .documents import SearchQuery
from .first_entries import ABBREVIATIONS, SYNONYMS
from .learning import learnable, telling
from .lexicon import Lexicon, current, lexicon_of
from .throwaway import throw_away

if TYPE_CHECKING:
    from .backends import SearchBackend
    from .corpus import Corpus, JudgedQuery

logger = logging.getLogger(__name__)

Find: TypeAlias = Callable[[str, int], Sequence[int]]

BEST: Final = 10  # places of an answer to a question that count
LIST: Final = 20  # places of an answer to a keyword that count


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1 by name, and times in milliseconds.

    `questions`: the mean of 1/place of the right document, and how often it is there at all, among the first ten.
    `keywords`: of the first twenty places, how many of those that could be right are (a word with 50 right documents
    fills twenty places and no more), and how much of what stands there is right. `empty`: nothing is found."""

    questions: Mapping[str, float] = field(default_factory=dict)
    keywords: Mapping[str, float] = field(default_factory=dict)
    ms: Mapping[str, float] = field(default_factory=dict)

    def as_json(self) -> dict[str, dict[str, float]]:
        """What was measured, by name."""
        named = {"questions": self.questions, "keywords": self.keywords, "ms": self.ms}
        return {name: {key: round(value, 4) for key, value in group.items()} for name, group in named.items() if group}


@dataclass(frozen=True, slots=True)
class Asked:
    """A judged question with the numbers of the right documents and of those found, and the milliseconds it took."""

    query: JudgedQuery
    relevant: frozenset[int]
    found: tuple[int, ...]
    ms: float


def evaluate(
    corpus: Corpus,
    questions: Sequence[JudgedQuery],
    keywords: Sequence[JudgedQuery],
    url: str = "embedded://",
    progress: Callable[[str, int, int], None] = lambda _stage, _done, _all: None,
) -> Figures:
    """Index the corpus where nothing else is, ask everything, clear away. Raises `SearchUnavailable`."""
    lexicon = lexicon_for(corpus)
    total = len(corpus.documents)
    with throw_away(url, corpus.documents, lexicon.vocabulary, lambda done: progress("index", done, total)) as backend:
        ask = finder(backend, lexicon)
        asked = list(ask_all(ask, corpus, questions, BEST, lambda done: progress("questions", done, len(questions))))
        listed = list(ask_all(ask, corpus, keywords, LIST, lambda done: progress("keywords", done, len(keywords))))
    return Figures(judge_questions(asked), judge_keywords(listed), times([*asked, *listed]))


def lexicon_for(corpus: Corpus) -> Lexicon:
    """The office's abbreviations and synonyms, with its words and those that the titles of the corpus teach.

    Where there is no database yet, what every portal begins with."""
    try:
        known = current()
    except DatabaseError:
        logger.warning("The database cannot be read: the search is measured with the registries of a new portal.")
        known = lexicon_of(ABBREVIATIONS, SYNONYMS, ())
    names = (name for document in corpus.documents for name in telling(document))
    words = known.vocabulary.words | learnable(names, known.vocabulary.words)
    return lexicon_of(known.abbreviations, known.synonyms, words)


def finder(backend: SearchBackend, lexicon: Lexicon) -> Find:
    """What the site does with a question, without reading pages back: text, how many -> numbers in their order."""

    def find_numbers(text: str, size: int) -> Sequence[int]:
        found = find(SearchQuery(text, size=size), lexicon, backend, ())
        return [match.page for match in found.asked.answer.matches]

    return find_numbers


def ask_all(
    ask: Find, corpus: Corpus, queries: Sequence[JudgedQuery], size: int, progress: Callable[[int], None]
) -> Iterator[Asked]:
    """Ask one question after the other; the first of all is asked twice, for what is read once only."""
    for query in queries[:1]:
        ask(query.text, size)
    for done, query in enumerate(queries, start=1):
        started = perf_counter()
        found = ask(query.text, size)
        passed = (perf_counter() - started) * 1000
        relevant = frozenset(corpus.numbers.get(name, 0) for name in query.relevant)
        yield Asked(query, relevant, tuple(found), passed)
        progress(done)


def judge_questions(asked: Sequence[Asked]) -> dict[str, float]:
    """Figures of questions; nothing where none was asked."""
    if not asked:
        return {}
    places = [_place(one) for one in asked]
    return {
        f"mrr@{BEST}": fmean(1 / place if place else 0.0 for place in places),
        f"hit@{BEST}": fmean(bool(place) for place in places),
        "empty": fmean(not one.found for one in asked),
    }


def judge_keywords(asked: Sequence[Asked]) -> dict[str, float]:
    """Figures of keywords; nothing where none was asked. What finds nothing is precise to no degree."""
    if not asked:
        return {}
    right = [len(one.relevant.intersection(one.found[:LIST])) for one in asked]
    return {
        f"recall@{LIST}": fmean(count / min(len(one.relevant), LIST) for one, count in zip(asked, right, strict=True)),
        f"precision@{LIST}": fmean(
            count / len(one.found[:LIST]) if one.found else 0.0 for one, count in zip(asked, right, strict=True)
        ),
        "empty": fmean(not one.found for one in asked),
    }


def times(asked: Sequence[Asked]) -> dict[str, float]:
    """The median, and what 95 of 100 questions stay below, in milliseconds."""
    ordered = sorted(one.ms for one in asked)
    last = len(ordered) - 1
    return {name: ordered[round(last * share)] for name, share in (("p50", 0.5), ("p95", 0.95))} if ordered else {}


def _place(one: Asked) -> int:
    """The place of the first right document among the first ten, from 1; 0 when it is not there."""
    return next((place for place, number in enumerate(one.found[:BEST], start=1) if number in one.relevant), 0)
