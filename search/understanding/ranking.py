"""Runs of units -> the trees that find and rank: strict ones first, then what has most of the question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from search.analysis import linked, pair
from search.tree import Best, Either, Every, Phrase, Term

from .stop_words import ASKING, NOUN_MAKERS, STOP_WORDS

if TYPE_CHECKING:
    from search.tree import FieldName, Node

    from .thesaurus import Tokens
    from .units import Run, Unit

# Measured on Thai questions and keywords (manage.py evaluate_search). A word counts alike in title and text; what
# stands beside its neighbour counts again; so does a whole run of the question, found letter by letter.
FIELDS: Final[tuple[tuple[FieldName, float], ...]] = (("title", 1.0), ("body", 1.0), ("labels", 0.5), ("files", 0.5))
NEIGHBOUR: Final = 0.5
RUN: Final = 2.0
LONG: Final = 8  # clusters; so long a run is found by its triples: where all of them are, they stand together
GRAM: Final = 3  # clusters; shorter phrases of clusters inside a run, for words that were cut otherwise
GRAM_WEIGHT: Final = 0.8
MOST_GRAMS: Final = 60
MOST_PAIRS: Final = 40
_CLOSED: Final = re.compile("..[ก-ฮ์]$|^[0-9a-z]")
ONE_WORD: Final = 10  # letters: a run so short is one word, however it was cut
MOST_NEEDED: Final = 3  # units that all have to be there; longer questions are answered by what has most of it


def plain_stages(runs: list[Run]) -> tuple[Node, ...]:
    """The trees to ask in turn until one finds something."""
    units = list(dict.fromkeys(unit for run in runs for unit in run.units))
    if not units:
        return ()
    content = [unit for unit in units if not is_stop(unit)] or units
    passed = tuple(_named(unit) for unit in units if unit not in content)
    lifting = tuple(_lifting(runs))
    whole = [node for run in runs if (node := _whole(run))]
    widest = [Every((Either((*map(_named, content), *whole)),), (*passed, *lifting))]
    if passed:
        widest.append(Every((Either(passed),), lifting))
    if any(token in ASKING for unit in units for token in unit.tokens):
        return tuple(widest)
    stages: list[Node] = []
    if len(runs) == 1 and whole and len(runs[0].units) > 1 and _is_one_word(runs[0], content):
        stages.append(Every((whole[0],), (*map(_named, units), *lifting)))
    if len(content) <= MOST_NEEDED:
        telling = [run for run in runs if not all(map(is_stop, run.units))] or runs
        stages.append(Every(tuple(map(run_node, telling)), (*passed, *lifting)))
    return (*stages, *widest)


def run_node(run: Run) -> Node:
    """All telling units of a run, or the run as it stands, letter by letter."""
    content = [unit for unit in run.units if not is_stop(unit)] or list(run.units)
    words = Every(tuple(map(_named, dict.fromkeys(content)))) if len(content) > 1 else _named(content[0])
    whole = _whole(run)
    return Either((words, whole)) if whole else words


def in_fields(tokens: Tokens) -> Node:
    """A word, or words side by side, in any field; the scores of the fields add up."""
    return Either(tuple(_phrase(field, tokens, weight) for field, weight in FIELDS))


def is_stop(unit: Unit) -> bool:
    """Whether a unit tells nothing about what is looked for."""
    return len(unit.tokens) == 1 and unit.tokens[0] in STOP_WORDS


def _named(unit: Unit) -> Node:
    """A unit under any of its names; the best of them counts."""
    if not unit.others:
        return in_fields(unit.tokens)
    return Best(tuple(in_fields(name) for name in (unit.tokens, *unit.others)))


def _whole(run: Run) -> Node | None:
    """The run letter by letter, inside whatever word. An open cluster alone says too little: ขา is no part of ขาว."""
    if len(run.clusters) == 1 and not _CLOSED.search(run.clusters[0]):
        return None
    if len(run.clusters) < LONG:
        return _phrase("clusters", run.clusters, RUN) if run.clusters else None
    return Every(tuple(Term("clusters", token, RUN) for token in dict.fromkeys(linked(run.clusters))))


def _lifting(runs: list[Run]) -> Iterator[Node]:
    tokens = [token for run in runs for unit in run.units for token in unit.tokens]
    for one, other in islice(dict.fromkeys(pairwise(tokens)), MOST_PAIRS):
        yield Term("pairs", pair(one, other), NEIGHBOUR)
    grams = (
        run.clusters[start : start + GRAM]
        for run in runs
        if len(run.clusters) > GRAM
        for start in range(len(run.clusters) - GRAM + 1)
    )
    for gram in islice(dict.fromkeys(grams), MOST_GRAMS):
        yield Phrase("clusters", gram, GRAM_WEIGHT)


def _is_one_word(run: Run, content: list[Unit]) -> bool:
    """Whether a run of several units is to be found as it stands first; การนิเทศ is นิเทศ, and no word of its own."""
    if len(content) == 1 and all(unit in content or unit.tokens[0] in NOUN_MAKERS for unit in run.units):
        return False
    return len("".join(run.clusters)) <= ONE_WORD or len(content) < 2


def _phrase(field: FieldName, tokens: Tokens, weight: float) -> Node:
    return Phrase(field, tokens, weight) if len(tokens) > 1 else Term(field, tokens[0], weight)
