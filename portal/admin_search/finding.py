"""What both backends share: a query is rewritten before Wagtail's own machinery compiles it."""

from typing import Any

from modelsearch.backends.base import BaseSearchBackend, BaseSearchQueryCompiler
from modelsearch.query import MATCH_ALL, PlainText, SearchQuery

from .asking import asked


class SpeltQueries(BaseSearchBackend):
    """Mixed into a backend: `search` and `autocomplete` find Thai, and an empty or odd query finds nothing."""

    def _search(self, compiler: Any, query: str | SearchQuery, model_or_queryset: Any, **kwargs: Any) -> Any:
        if isinstance(query, str):
            query = PlainText(query, operator=kwargs.get("operator") or "and")
        rewritten = asked(query)
        if rewritten is None:
            rewritten = MATCH_ALL
            objects = model_or_queryset if hasattr(model_or_queryset, "none") else model_or_queryset.objects
            model_or_queryset = objects.none()
        if compiler.is_typing or kwargs.get("fields") != ["title"]:
            kwargs["fields"] = None  # the index keeps apart only the title
        return super()._search(compiler, rewritten, model_or_queryset, **kwargs)


class AnyColumn(BaseSearchQueryCompiler):
    """Mixed into a compiler: the database filters and orders by every column, declared for the search or not."""

    is_typing = False

    def check(self) -> None:
        """Nothing can be wrong."""
