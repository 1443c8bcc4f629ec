"""The admin's search on SQLite's FTS5."""

from collections.abc import Iterable
from typing import Any, Final

from django.db.models import TextField, Value
from django.db.models.functions import Cast
from modelsearch.backends.database.sqlite.query import (
    BM25,
    AndNot,
    MatchExpression,
    SearchQueryExpression,
    normalize,
)
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
    SQLiteSearchResults,
)
from modelsearch.conf import get_app_config
from modelsearch.query import MatchAll, Not, SearchQuery
from modelsearch.utils import get_descendants_content_types_pks

from .finding import AnyColumn, SpeltQueries
from .indexing import SpeltEntries
from .writing import Language, written


def _phrase(grams: Iterable[str]) -> str:
    return f'"{" ".join(grams)}"'


FTS5: Final = Language(
    both=" AND ", either=" OR ", phrase=_phrase, begun=lambda token: f'"{token}" *', negated=lambda query: query
)


class TitleFirst(BM25):
    """How good a find is. The weights are of the columns autocomplete, body and title."""

    def as_sql(self, compiler: Any, connection: Any, function: Any = None, template: Any = None) -> Any:
        """The function with its weights."""
        sql, params = super().as_sql(compiler, connection)
        return sql.replace(")", ", 1.0, 1.0, 10.0)"), params


class SpeltCompiler(AnyColumn, SQLiteSearchQueryCompiler):
    """Asks FTS5 for words and rows of letters. `is_ranked`: the best first."""

    order_by_relevance: bool

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Wagtail's own ranking asks the index again for every object: minutes among 20,000 pages.
        self.is_ranked, self.order_by_relevance = self.order_by_relevance, False

    def ranked(self, start: int, stop: int | None, score_field: str | None) -> list[Any]:
        """The objects from `start` to `stop`, the best first; its score in `score_field`, if that has a name."""
        entries = (
            get_app_config()
            .get_model("SQLiteFTSIndexEntry")
            .objects.filter(
                MatchExpression(self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(normalize(self.query))),
                index_entry__content_type__in=get_descendants_content_types_pks(self.queryset.model),
                index_entry__object_id__in=self.queryset.order_by()
                .annotate(_key=Cast("pk", TextField()))
                .values("_key"),
            )
        )
        best = entries.annotate(score=TitleFirst()).order_by("score", "-index_entry")
        scores = dict(best.values_list("index_entry__object_id", "score")[start:stop])
        objects = {str(one.pk): one for one in self.queryset.filter(pk__in=list(scores))}
        if score_field:
            for key, one in objects.items():
                setattr(one, score_field, scores[key])
        return [objects[key] for key in scores if key in objects]

    def build_search_query_content(self, query: SearchQuery, config: Any = None) -> SearchQueryExpression:
        """The whole query at once: Wagtail's own builder forgets the brackets around `OR`."""
        return SearchQueryExpression(Value(self._written(query)))

    def _written(self, query: SearchQuery) -> str:
        if isinstance(query, AndNot):
            return f"({self._written(query.subquery_a)} NOT {self._written(query.subquery_b)})"
        return written(query, FTS5, self.is_typing)


class SpeltTypingCompiler(SpeltCompiler, SQLiteAutocompleteQueryCompiler):
    """The same while one is typing. The title is searched too, for the rank."""

    FTS_TABLE_FIELDS = ["autocomplete", "title"]
    is_typing = True


class SpeltResults(SQLiteSearchResults):
    """Takes the objects in their rank; counts and facets need none."""

    def _do_search(self) -> list[Any]:
        compiler = self.query_compiler
        is_rankable = not isinstance(compiler.query, MatchAll | Not) and compiler.queryset._fields is None
        if compiler.is_ranked and is_rankable:
            return compiler.ranked(self.start, self.stop, self._score_field)
        return super()._do_search()


class SpeltIndex(SpeltEntries, SQLiteIndex):
    """Holds spelt texts."""


class ThaiSQLiteBackend(SpeltQueries, SQLiteSearchBackend):
    """Wagtail's backend, in Thai."""

    query_compiler_class = SpeltCompiler
    autocomplete_query_compiler_class = SpeltTypingCompiler
    index_class = SpeltIndex
    results_class = SpeltResults
