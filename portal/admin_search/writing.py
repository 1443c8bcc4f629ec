"""Writes a rewritten query in the language of SQLite's FTS5 or of PostgreSQL's tsquery; both hold only a to z."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from modelsearch.query import And, Not, Or, SearchQuery

from .asking import SpeltQuery
from .spelling import Part


@dataclass(frozen=True, slots=True)
class Language:
    """How a database says it: `both` and `either` stand between conditions, the others write one."""

    both: str
    either: str
    phrase: Callable[[Iterable[str]], str]
    begun: Callable[[str], str]
    negated: Callable[[str], str]


def written(query: SearchQuery, language: Language, is_typing: bool) -> str:
    """Return `query` in `language`; while one `is_typing` the last word of a part may be only begun."""
    if isinstance(query, SpeltQuery):
        joint = language.either if query.is_any else language.both
        return _all_of((_part(part, joint, language, is_typing) for part in query.parts), joint)
    if isinstance(query, And | Or):
        joint = language.both if isinstance(query, And) else language.either
        return _all_of((written(one, language, is_typing) for one in query.subqueries), joint)
    if isinstance(query, Not):
        return language.negated(written(query.subquery, language, is_typing))
    raise NotImplementedError(f"The admin's search does not understand {query!r}.")


def _part(part: Part, joint: str, language: Language, is_typing: bool) -> str:
    """The letters as they stand, or the words they are made of, in any order."""
    together = language.begun(part.grams[0]) if part.is_short else language.phrase(part.grams)
    if not part.words:
        return together
    last = part.words[-1]
    words = [*part.words[:-1], language.begun(last) if is_typing else last]
    return _all_of([together, _all_of(words, joint)], language.either)


def _all_of(conditions: Iterable[str], joint: str) -> str:
    return f"({joint.join(conditions)})"
