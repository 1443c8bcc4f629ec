"""The admin's search on PostgreSQL's tsvector."""

from typing import Any, Final

from django.contrib.postgres.search import SearchQuery as TextQuery
from django.contrib.postgres.search import SearchRank
from django.db.models import F
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from modelsearch.query import SearchQuery

from .finding import AnyColumn, SpeltQueries
from .indexing import SpeltEntries
from .writing import Language, written

TSQUERY: Final = Language(
    both=" & ",
    either=" | ",
    phrase=lambda grams: f"({' <-> '.join(grams)})",
    begun=lambda token: f"{token}:*",
    negated=lambda query: f"!({query})",
)
CONFIG: Final = "simple"  # the letters stand for Thai: no language's endings may be cut off
TITLE_WEIGHT: Final = 10
BY_LENGTH: Final = 1  # a find in a short text is worth more


class SpeltCompiler(AnyColumn, PostgresSearchQueryCompiler):
    """Asks for words and rows of letters."""

    ranked = "body"

    def build_tsquery_content(self, query: SearchQuery, config: Any = None, invert: bool = False) -> TextQuery:
        """The whole query at once."""
        return TextQuery(written(query, TSQUERY, self.is_typing), config=CONFIG, search_type="raw")

    def get_fields_vectors(self, search_query: Any) -> list[tuple[F, float]]:
        """Of the fields one may ask for only the title has a column of its own."""
        return [(F("index_entries__title"), 1.0)]

    def _build_rank_expression(self, vectors: Any, config: Any) -> Any:
        query = self.build_tsquery(self.query)
        title, other = (
            SearchRank(F(f"index_entries__{column}"), query, normalization=BY_LENGTH)
            for column in ("title", self.ranked)
        )
        return title * TITLE_WEIGHT + other


class SpeltTypingCompiler(SpeltCompiler, PostgresAutocompleteQueryCompiler):
    """The same while one is typing."""

    ranked = "autocomplete"
    is_typing = True


class SpeltIndex(SpeltEntries, PostgresIndex):
    """Holds spelt texts."""


class ThaiPostgresBackend(SpeltQueries, PostgresSearchBackend):
    """Wagtail's backend, in Thai."""

    query_compiler_class = SpeltCompiler
    autocomplete_query_compiler_class = SpeltTypingCompiler
    index_class = SpeltIndex

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({**params, "SEARCH_CONFIG": CONFIG})
