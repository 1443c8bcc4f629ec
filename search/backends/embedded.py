"""The embedded engine: tantivy, in a folder of this machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _
from tantivy import Occur, Query

from search.tree import Answer, Match, matching_only

from .base import IndexBuild, IndexStatus, SearchBackend, SearchUnavailable
from .embedded_query import as_query, filtered
from .embedded_schema import stored_text
from .embedded_store import IndexStore
from .embedded_updates import Updates
from .embedded_writing import Build

if TYPE_CHECKING:
    from pathlib import Path

    from tantivy import DocAddress, Schema, Searcher, SearchResult

    from search.analysis import AnalysedDocument
    from search.tree import Node, Question, StoredText

MOST_VALUES: Final = 1000  # of one facet
MOST_HITS: Final = 10_000  # that can be paged through
WORD_FIELDS: Final = ("title", "body", "labels", "files")
FEW: Final = 50  # pages: so rare a word is counted, not looked up
_TIES: Final = 20


class EmbeddedBackend(SearchBackend):
    """One folder, any number of reading processes, one writer at a time."""

    def __init__(self, path: Path) -> None:
        self._store = IndexStore(path)
        self._updates = Updates(self._store)

    def search(self, question: Question) -> Answer:
        """Answer a question."""
        index = self._store.current()
        with _reading(), ThreadPoolExecutor(1, "search-counts") as beside:
            searcher, schema = index.searcher(), index.schema
            counts = beside.submit(_counts, searcher, schema, question) if question.counted else None
            asked = as_query(question.tree, schema)
            query = filtered(asked, question.chosen, schema)
            total, ranked = _ranked(searcher, query, question)
            return Answer(
                total,
                tuple(
                    Match(page, score, stored_text(searcher.doc(address)) if question.wants_text else None)
                    for page, score, address in ranked
                ),
                counts.result() if counts else {},
            )

    def matching(self, tree: Node, chosen: Mapping[str, Sequence[str]] | None = None) -> Iterator[int]:
        """The keys of all pages that match."""
        index = self._store.current()
        with _reading():
            searcher = index.searcher()
            query = filtered(as_query(tree, index.schema), chosen or {}, index.schema)
            found = searcher.search(query, limit=max(1, searcher.num_docs), count=False)
            return iter(_pages(searcher, [address for _score, address in found.hits]))

    def count_words(self, words: Sequence[str]) -> Mapping[str, int]:
        """The most pages that hold the word in one of the fields: at least that many hold it."""
        index = self._store.current()
        with _reading():
            searcher = index.searcher()
            return {word: _word_count(searcher, index.schema, word) for word in words}

    def stored(self, pages: Sequence[int]) -> Mapping[int, StoredText]:
        """The text that is indexed of these pages."""
        if not pages:
            return {}
        index = self._store.current()
        with _reading():
            searcher = index.searcher()
            wanted = Query.term_set_query(index.schema, "page", list(pages))
            addresses = [address for _score, address in searcher.search(wanted, limit=len(pages), count=False).hits]
            texts = [stored_text(searcher.doc(address)) for address in addresses]
            return dict(zip(_pages(searcher, addresses), texts, strict=True))

    def index(self, documents: Iterable[AnalysedDocument]) -> None:
        """Write pages and commit."""
        self._updates.write(remove=(), add=documents)
        self._store.current()  # opened for the next question

    def remove(self, pages: Iterable[int]) -> None:
        """Forget pages and commit."""
        self._updates.write(remove=pages, add=())
        self._store.current()

    def is_merging(self) -> bool:
        """While tantivy merges what this process has written, which takes seconds once in a while."""
        return self._updates.is_merging

    @contextmanager
    def rebuild(self) -> Iterator[IndexBuild]:
        """Begin a new index in a folder of its own."""
        with self._store.building() as folder:
            build = Build(self._store, folder)
            try:
                yield build
            finally:
                build.leave()

    def status(self) -> IndexStatus:
        """The folder in use."""
        index = self._store.current()
        return IndexStatus("tantivy", str(self._store.path), index.searcher().num_docs, self._store.size())

    def check(self) -> None:
        """Open the index."""
        self._store.current()


def _word_count(searcher: Searcher, schema: Schema, word: str) -> int:
    most = max(searcher.doc_freq(field, word) for field in WORD_FIELDS)
    if not 0 < most <= FEW:
        return most
    # removed pages count in what tantivy knows of a word until their segment is merged
    fields = [(Occur.Should, Query.term_query(schema, field, word, "basic")) for field in WORD_FIELDS]
    return _total(searcher.search(Query.boolean_query(fields), limit=1))


def _ranked(searcher: Searcher, query: Query, question: Question) -> tuple[int, list[tuple[int, float, DocAddress]]]:
    """The number of matches, and those of the wanted page as (page key, score, place)."""
    end = min(question.start + question.size, MOST_HITS)
    if question.sort == "date" or question.tree is None:
        found = searcher.search(query, limit=max(1, end), order_by_field="recency")
        hits = found.hits[question.start : end]
        pages = _pages(searcher, [address for _recency, address in hits])
        return _total(found), [(page, 0.0, address) for page, (_r, address) in zip(pages, hits, strict=True)]
    limit = end + _TIES
    found = searcher.search(query, limit=limit)
    while len(found.hits) == limit and found.hits[-1][0] == found.hits[end - 1][0]:
        limit *= 4  # equal scores across the end: all of them are put in order
        found = searcher.search(query, limit=limit)
    pages = _pages(searcher, [address for _score, address in found.hits])
    ranked = sorted(zip(pages, found.hits, strict=True), key=lambda one: (-one[1][0], -one[0]))
    return _total(found), [(page, score, address) for page, (score, address) in ranked[question.start : end]]


def _total(found: SearchResult) -> int:
    total: int = found.count  # type: ignore[attr-defined]  # left out of tantivy's stubs
    return total


def _counts(searcher: Searcher, schema: Schema, question: Question) -> dict[str, dict[str, int]]:
    """Each facet counted without its own choice; those without one share a request."""
    counts: dict[str, dict[str, int]] = {}
    asked = as_query(matching_only(question.tree) if question.tree else None, schema)
    unchosen = [name for name in question.counted if name not in question.chosen]
    for names in ([name] for name in question.counted if name in question.chosen):
        others = {name: keys for name, keys in question.chosen.items() if name not in names}
        counts |= _count(searcher, filtered(asked, others, schema), names)
    if unchosen:
        counts |= _count(searcher, filtered(asked, question.chosen, schema), unchosen)
    return {name: counts[name] for name in question.counted}


def _count(searcher: Searcher, query: Query, names: Sequence[str]) -> dict[str, dict[str, int]]:
    wanted = {name: {"terms": {"field": f"facets.{name}", "size": MOST_VALUES}} for name in names}
    answer: dict[str, Any] = searcher.aggregate(query, wanted)
    return {name: {bucket["key"]: bucket["doc_count"] for bucket in answer[name]["buckets"]} for name in names}


def _pages(searcher: Searcher, addresses: list[DocAddress]) -> list[int]:
    return [int(page or 0) for page in searcher.fast_field_values("page", addresses)] if addresses else []


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SearchUnavailable(_("The search index cannot be read: %(reason)s") % {"reason": error}) from error
