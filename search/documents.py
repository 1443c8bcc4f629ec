"""The values that cross the search's borders."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A bounded question: `text` as typed, kinds to keep (none: all), the page of results, from 1."""

    text: str
    kinds: frozenset[str] = field(default_factory=frozenset)
    page: int = 1
    size: int = 10


@dataclass(frozen=True, slots=True)
class Hit:
    """One page found, with today's title and address."""

    title: str
    url: str
    kind: str
    kind_label: str | Promise
    icon: str
    extract: str


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits, and how many there are in all."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    page: int = 1
    pages: int = 1
