"""The question tree -> tantivy's queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tantivy import Occur, Query

from search.analysis import linked
from search.tree import CLUSTER_FIELDS, Best, Either, Every, Phrase, Term

if TYPE_CHECKING:
    from tantivy import Schema

    from search.tree import FieldName, Node


def as_query(node: Node | None, schema: Schema) -> Query:
    """Translate a tree; None matches every page."""
    match node:
        case None:
            return Query.all_query()
        case Term(field, token, weight):
            return Query.boost_query(Query.term_query(schema, field, token, "freq"), weight)
        case Phrase(field, tokens, weight) if field in CLUSTER_FIELDS:
            return _phrase(field, linked(tokens), weight, schema)
        case Phrase(field, tokens, weight):
            return _phrase(field, tokens, weight, schema)
        case Best(parts):
            return Query.disjunction_max_query([as_query(part, schema) for part in parts])
        case Either(parts, least):
            return Query.boolean_query([(Occur.Should, as_query(part, schema)) for part in parts], least)
        case Every():
            return _every(node, schema)


def filtered(query: Query, chosen: Mapping[str, Iterable[str]], schema: Schema) -> Query:
    """Only what bears one of the chosen keys in every facet; scores stay."""
    if not chosen:
        return query
    wanted = [
        unscored(Query.term_set_query(schema, f"facets.{name}", sorted(keys))) for name, keys in sorted(chosen.items())
    ]
    return Query.boolean_query([(Occur.Must, one) for one in (query, *wanted)])


def unscored(query: Query) -> Query:
    """The same matches, worth nothing."""
    return Query.const_score_query(query, 0.0)


def _phrase(field: FieldName, tokens: Sequence[str], weight: float, schema: Schema) -> Query:
    if len(tokens) == 1:
        return as_query(Term(field, tokens[0], weight), schema)
    return Query.boost_query(Query.phrase_query(schema, field, list(tokens)), weight)


def _every(node: Every, schema: Schema) -> Query:
    parts = [
        *((Occur.Must, as_query(part, schema)) for part in node.needed),
        *((Occur.Must, unscored(as_query(part, schema))) for part in node.unscored),
    ] or [(Occur.Must, unscored(Query.all_query()))]
    parts += [(Occur.Should, as_query(part, schema)) for part in node.lifting]
    parts += [(Occur.MustNot, as_query(part, schema)) for part in node.excluded]
    return Query.boolean_query(parts)
