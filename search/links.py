"""A question -> its one address: what links, feeds and the address bar show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.http import urlencode

if TYPE_CHECKING:
    from .documents import SearchQuery


@dataclass(frozen=True, slots=True)
class Door:
    """A page on which one searches: its address, and the filters that it chooses once and for all.

    What is fixed stands in no address of the door, is no filter that visitors see, and never left out."""

    url: str
    live_url: str
    fixed: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def address_of(self, query: SearchQuery) -> str:
        """The page that answers a question here."""
        return _joined(self.url, query, self.fixed)

    def live_address_of(self, query: SearchQuery) -> str:
        """Its changing parts, for a page that is there already."""
        return _joined(self.live_url, query, self.fixed)

    def entered(self, query: SearchQuery) -> SearchQuery:
        """The question as it is asked here."""
        return replace(query, chosen={**query.chosen, **self.fixed})


def front_door() -> Door:
    """The results page of the whole portal."""
    return Door(reverse("search"), reverse("search_live"))


def address_of(query: SearchQuery, view: str = "search") -> str:
    """`/search/?q=…`; only what differs from a plain question is named, filters and keys in a fixed order."""
    return _joined(reverse(view), query)


def without(query: SearchQuery, name: str, key: str | None = None) -> SearchQuery:
    """The question with one value of a filter left out, or with the whole filter."""
    kept = {one: keys - {key} if key else frozenset() for one, keys in query.chosen.items() if one == name}
    chosen = {**query.chosen, **kept}
    return replace(query, chosen={one: keys for one, keys in chosen.items() if keys}, page=1)


def without_filters(query: SearchQuery, fixed: Mapping[str, frozenset[str]] | None = None) -> SearchQuery:
    """The question alone, with what is `fixed`."""
    return replace(query, chosen=fixed or {}, page=1)


def _joined(url: str, query: SearchQuery, unnamed: Collection[str] = ()) -> str:
    pairs: list[tuple[str, str | int]] = []
    if query.text:
        pairs.append(("q", query.text))
    named = (name for name in sorted(query.chosen) if name not in unnamed)
    pairs.extend((name, key) for name in named for key in sorted(query.chosen[name]))
    if query.sort == "used" or (query.sort == "date" and query.text):
        pairs.append(("sort", query.sort))
    if query.is_literal:
        pairs.append(("literal", "1"))
    if query.page > 1:
        pairs.append(("page", query.page))
    return f"{url}?{urlencode(pairs)}" if pairs else url
