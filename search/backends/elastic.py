"""The engine of large portals: an Elasticsearch 8 cluster, one's own or a managed one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _
from elasticsearch.dsl import Search
from elasticsearch.dsl import query as dsl

from search.tree import Answer, Match

from .base import IndexBuild, IndexStatus, SearchBackend, SearchUnavailable
from .elastic_index import ElasticIndexes
from .elastic_query import as_query, as_search, chosen_only, counts_of, word_counts
from .elastic_schema import as_source, stored_text

if TYPE_CHECKING:
    from search.address import ClusterAddress
    from search.analysis import AnalysedDocument
    from search.tree import Node, Question, StoredText

    from .elastic_index import Building

MANY: Final = 5000  # keys in one answer
SOME: Final = 100  # words, or texts, in one request


class ElasticBackend(SearchBackend):
    """Indexes behind two aliases; every process asks the cluster, none keeps anything."""

    def __init__(self, address: ClusterAddress) -> None:
        self._indexes = ElasticIndexes(address)
        self._cluster = self._indexes.cluster

    def search(self, question: Question) -> Answer:
        """Answer a question in one request."""
        found = self._ask(as_search(question, self._cluster.client(), self._indexes.read))
        return Answer(
            found["hits"]["total"]["value"],
            tuple(
                Match(
                    int(hit["_id"]),
                    hit.get("_score") or 0.0,
                    stored_text(hit["_source"]) if question.wants_text else None,
                )
                for hit in found["hits"]["hits"]
            ),
            counts_of(question.counted, found.get("aggregations", {})),
        )

    def matching(self, tree: Node, chosen: Mapping[str, Sequence[str]] | None = None) -> Iterator[int]:
        """The keys of all pages that match, read in their order, so that nothing has to be kept in the cluster."""
        wanted = [as_query(tree), *([chosen_only(chosen)] if chosen else [])]
        found: list[int] = []
        while True:
            search = self._search(dsl.Bool(filter=wanted), MANY).sort("page").source(False)
            hits = self._ask(search.extra(search_after=found[-1:]) if found else search)["hits"]["hits"]
            found.extend(int(hit["_id"]) for hit in hits)
            if len(hits) < MANY:
                return iter(found)

    def count_words(self, words: Sequence[str]) -> Mapping[str, int]:
        """In how many pages each word stands."""
        counts: dict[str, int] = {}
        for some in _parts(words):
            search = self._search(dsl.MatchAll(), 0)
            search.aggs.bucket("words", word_counts(some))
            buckets = self._ask(search)["aggregations"]["words"]["buckets"]
            counts |= {word: buckets[str(place)]["doc_count"] for place, word in enumerate(some)}
        return counts

    def stored(self, pages: Sequence[int]) -> Mapping[int, StoredText]:
        """The text that is indexed of these pages."""
        texts: dict[int, StoredText] = {}
        for some in _parts(pages):
            found = self._ask(self._search(dsl.Ids(values=[str(page) for page in some]), SOME).source(["text"]))
            texts |= {int(hit["_id"]): stored_text(hit["_source"]) for hit in found["hits"]["hits"]}
        return texts

    def index(self, documents: Iterable[AnalysedDocument]) -> None:
        """Write pages to the index in use."""
        self._indexes.check_format(again=True)
        self._cluster.write(_additions(documents), self._indexes.write, at_once=True)

    def remove(self, pages: Iterable[int]) -> None:
        """Forget pages of the index in use."""
        self._indexes.check_format(again=True)
        removals = ({"_op_type": "delete", "_id": str(page)} for page in pages)
        self._cluster.write(removals, self._indexes.write, at_once=True)

    @contextmanager
    def rebuild(self) -> Iterator[IndexBuild]:
        """Begin a new index beside the one in use."""
        with self._indexes.building() as building:
            yield _Build(self._indexes, building)

    def status(self) -> IndexStatus:
        """The index in use, and how the cluster is."""
        name = self._indexes.current_name()
        with self._cluster.asking():
            client = self._cluster.client()
            health = client.cluster.health(index=name)
            total = client.indices.stats(index=name, metric=["docs", "store"])["_all"]["primaries"]
        engine = f"Elasticsearch {self._cluster.address.url} ({health['cluster_name']}, {health['status']})"
        return IndexStatus(engine, name, total["docs"]["count"], total["store"]["size_in_bytes"])

    def check(self) -> None:
        """Ask how the index in use is; one whose only copy is lost answers nothing."""
        name = self._indexes.current_name()
        with self._cluster.asking():
            health = self._cluster.client().cluster.health(index=name)
        if health["status"] == "red":
            raise SearchUnavailable(_("The search cluster has lost a part of the index %(name)s.") % {"name": name})

    def _search(self, query: dsl.Query, size: int) -> Search[Any]:
        search: Search[Any] = Search(using=self._cluster.client(), index=self._indexes.read).query(query)
        return search.extra(size=size, track_total_hits=False).params(allow_partial_search_results=False)

    def _ask(self, search: Search[Any]) -> dict[str, Any]:
        self._indexes.check_format()
        with self._cluster.asking():
            return search.execute().to_dict()


class _Build(IndexBuild):
    def __init__(self, indexes: ElasticIndexes, building: Building) -> None:
        self._indexes = indexes
        self._building = building

    def add(self, documents: Iterable[AnalysedDocument]) -> None:
        """Write pages, not yet to be seen."""
        self._indexes.cluster.write(self._living(_additions(documents)), self._building.alias, at_once=False)

    def publish(self) -> None:
        """Merge, and lead everybody to the new index."""
        self._building.beat()
        self._indexes.put_in_use(self._building)

    def _living(self, actions: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for action in actions:
            self._building.beat()
            yield action


def _additions(documents: Iterable[AnalysedDocument]) -> Iterator[dict[str, Any]]:
    for document in documents:
        yield {"_op_type": "index", "_id": str(document.page), "_source": as_source(document)}


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[start : start + SOME] for start in range(0, len(values), SOME))
