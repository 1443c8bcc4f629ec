"""A question -> its one address: what links, feeds and the address bar show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.http import urlencode

if TYPE_CHECKING:
    from .documents import SearchQuery


def address_of(query: SearchQuery, view: str = "search") -> str:
    """`/search/?q=…`; only what differs from a plain question is named, filters and keys in a fixed order."""
    pairs: list[tuple[str, str | int]] = []
    if query.text:
        pairs.append(("q", query.text))
    pairs.extend((name, key) for name in sorted(query.chosen) for key in sorted(query.chosen[name]))
    if query.sort == "used" or (query.sort == "date" and query.text):
        pairs.append(("sort", query.sort))
    if query.is_literal:
        pairs.append(("literal", "1"))
    if query.page > 1:
        pairs.append(("page", query.page))
    return f"{reverse(view)}?{urlencode(pairs)}" if pairs else reverse(view)


def without(query: SearchQuery, name: str, key: str | None = None) -> SearchQuery:
    """The question with one value of a filter left out, or with the whole filter."""
    kept = {one: keys - {key} if key else frozenset() for one, keys in query.chosen.items() if one == name}
    chosen = {**query.chosen, **kept}
    return replace(query, chosen={one: keys for one, keys in chosen.items() if keys}, page=1)


def without_filters(query: SearchQuery) -> SearchQuery:
    """The question alone."""
    return replace(query, chosen={}, page=1)
