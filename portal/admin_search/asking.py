"""From what somebody typed to what the index is asked: Wagtail's query tree, its leaves rewritten."""

from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

from .spelling import Part, parts_of, phrase_of


class SpeltQuery(Phrase):
    """A leaf that asks for `parts`: for all of them or, if `is_any`, for one. A phrase to whoever looks at its type."""

    def __init__(self, query_string: str, parts: list[Part], is_any: bool = False) -> None:
        super().__init__(query_string)
        self.parts = parts
        self.is_any = is_any


def asked(query: SearchQuery) -> SearchQuery | None:
    """Return `query` with spelt leaves; None where nothing is left to look for: only punctuation, only pictures."""
    if isinstance(query, PlainText | Fuzzy):
        return _leaf(query.query_string, parts_of(query.query_string), query.operator == "or")
    if isinstance(query, Phrase):
        return _leaf(query.query_string, phrase_of(query.query_string))
    if isinstance(query, Boost):
        return asked(query.subquery)
    if isinstance(query, Not):
        inner = asked(query.subquery)
        return Not(inner) if inner else MatchAll()
    if isinstance(query, And | Or):
        return _joined(query)
    return query


def _leaf(text: str, parts: list[Part], is_any: bool = False) -> SpeltQuery | None:
    return SpeltQuery(text, parts, is_any) if parts else None


def _joined(query: And | Or) -> SearchQuery | None:
    kept = [one for subquery in query.subqueries if (one := asked(subquery))]
    every = [one for one in kept if not isinstance(one, MatchAll)]
    if len(every) < len(kept) and (isinstance(query, Or) or not every):
        return MatchAll()
    return every[0] if len(every) == 1 else type(query)(every) if every else None
