"""The question tree -> Elasticsearch's queries, through its DSL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from elasticsearch.dsl import A, Search
from elasticsearch.dsl import query as dsl

from search.analysis import JOINT, linked
from search.tree import CLUSTER_FIELDS, Best, Either, Every, Phrase, Term

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch
    from elasticsearch.dsl.aggs import Agg

    from search.tree import FieldName, Node, Question

MOST_VALUES: Final = 1000  # of one facet
MOST_HITS: Final = 10_000  # that can be paged through: more is refused by a cluster as it is delivered
WORD_FIELDS: Final = ("title", "body", "labels", "files")
SAME_COPY: Final = "portal"  # all pages of an answer from one copy of the index, or equal scores change their order


def as_search(question: Question, client: Elasticsearch, index: str) -> Search[Any]:
    """A whole request: query, chosen facets behind it so that counts can leave them out, order, window."""
    start = min(question.start, MOST_HITS)
    end = min(question.start + question.size, MOST_HITS)
    by_date = question.sort == "date" or question.tree is None
    order: dict[str, Any] = (
        {"date": {"order": "desc", "missing": "_last"}} if by_date else {"_score": {"order": "desc"}}
    )
    search: Search[Any] = (
        Search(using=client, index=index)
        .query(as_query(question.tree))
        .sort(order, {"page": {"order": "desc"}})
        .source(["text"] if question.wants_text else False)
        .extra(track_total_hits=True, **{"from": start, "size": end - start})
        .params(preference=SAME_COPY, allow_partial_search_results=False)
    )
    if question.chosen:
        search = search.post_filter(chosen_only(question.chosen))
    for names in _counted_together(question):
        others = {name: keys for name, keys in question.chosen.items() if name not in names}
        bucket = search.aggs.bucket("|".join(names), A("filter", filter=chosen_only(others)))
        for name in names:
            bucket.bucket(name, A("terms", field=f"facets.{name}", size=MOST_VALUES))
    return search


def as_query(node: Node | None) -> dsl.Query:
    """Translate a tree; None matches every page."""
    match node:
        case None:
            return dsl.MatchAll()
        case Term(field, token, weight):
            return dsl.Term(field, {"value": token, "boost": weight})
        case Phrase(field, tokens, weight) if field in CLUSTER_FIELDS:
            return _phrase(field, linked(tokens), weight)
        case Phrase(field, tokens, weight):
            return _phrase(field, tokens, weight)
        case Best() | Either():
            return _any(node)
        case Every():
            return _every(node)


def _phrase(field: FieldName, tokens: Sequence[str], weight: float) -> dsl.Query:
    if len(tokens) == 1:
        return dsl.Term(field, {"value": tokens[0], "boost": weight})
    return dsl.MatchPhrase(field, {"query": JOINT.join(tokens), "boost": weight})


def chosen_only(chosen: Mapping[str, Sequence[str]]) -> dsl.Query:
    """Only what bears one of the chosen keys in every facet."""
    return dsl.Bool(filter=[dsl.Terms(f"facets.{name}", sorted(keys)) for name, keys in sorted(chosen.items())])


def holding(word: str) -> dsl.Query:
    """The pages in which a word stands."""
    return dsl.Bool(should=[dsl.Term(field, {"value": word}) for field in WORD_FIELDS], minimum_should_match=1)


def counts_of(names: Sequence[str], aggregations: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """What was counted, facet by facet, from an answer's aggregations."""
    buckets = {name: group[name]["buckets"] for group in aggregations.values() for name in group.keys() & set(names)}
    return {name: {bucket["key"]: bucket["doc_count"] for bucket in buckets[name]} for name in names}


def word_counts(words: Sequence[str]) -> Agg[Any]:
    """How many pages hold each word; a bucket for each place in the list, since a word may be any text."""
    return A("filters", filters={str(place): holding(word) for place, word in enumerate(words)})


def _counted_together(question: Question) -> list[list[str]]:
    """Facets that leave out the same choice: each chosen one alone, all others at once."""
    unchosen = [name for name in question.counted if name not in question.chosen]
    alone = [[name] for name in question.counted if name in question.chosen]
    return [unchosen, *alone] if unchosen else alone


def _any(node: Best | Either) -> dsl.Query:
    parts = [as_query(part) for part in node.parts]
    if not parts:  # `dis_max` would be refused, and `bool` would match every page
        return dsl.MatchNone()
    if isinstance(node, Best):
        return dsl.DisMax(queries=parts)
    return dsl.Bool(should=parts, minimum_should_match=node.least)


def _every(node: Every) -> dsl.Query:
    return dsl.Bool(
        must=[as_query(part) for part in node.needed],
        should=[as_query(part) for part in node.lifting],
        filter=[as_query(part) for part in node.unscored] or ([] if node.needed else [dsl.MatchAll()]),
        must_not=[as_query(part) for part in node.excluded],
        minimum_should_match=0,
    )
