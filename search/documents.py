"""The values that cross the search's borders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import datetime

    from django.utils.functional import Promise

Sort: TypeAlias = Literal["relevance", "date", "used"]
NoticeKind: TypeAlias = Literal["keyboard", "spelling", "tones", "cut", "behind"]


@dataclass(frozen=True, slots=True)
class AttachedText:
    """What a file of a page says: `document` is the key of the portal's document."""

    document: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page as a plugin gives it to the search, in plain text.

    `facets` names, for each filter, the stable keys the page has there; `labels` is what visitors read for them, which
    is searched like text. `date` is the day of first publication."""

    page: int
    kind: str
    title: str
    body: str
    date: datetime.date | None = None
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    attachments: tuple[AttachedText, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A bounded question: `text` as typed, the chosen keys of each facet, the page of results from 1.

    `is_literal`: search for what was typed, without correcting it."""

    text: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: Sort = "relevance"
    page: int = 1
    size: int = 10
    is_literal: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an extract or title; a marked one is what was looked for."""

    text: str
    is_marked: bool = False


Marked: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FoundFile:
    """An attachment in which the words stand."""

    title: str
    url: str
    extract: Marked = ()


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page above the hit."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One page found, with today's title and address; `breadcrumbs` from the top, without the page itself."""

    page: int
    title: str
    url: str
    kind: str
    kind_label: str | Promise
    icon: str
    marked_title: Marked = ()
    extract: Marked = ()
    breadcrumbs: tuple[Crumb, ...] = ()
    date: datetime.date | None = None
    files: tuple[FoundFile, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a filter: its stable key, what visitors read, how many results it would leave."""

    key: str
    label: str
    count: int
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter with the values that the results have, the most frequent first or in the facet's own order."""

    name: str
    label: str | Promise
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the searcher should know: `shown` was searched in place of `typed`."""

    kind: NoticeKind
    typed: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the office recommends for this question (a promoted result)."""

    title: str
    url: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits, how many there are in all, the filters, and what to say about them.

    `near` are questions like this one that would find something; offered where nothing is found."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    page: int = 1
    pages: int = 1
    facets: tuple[Facet, ...] = ()
    notices: tuple[Notice, ...] = ()
    recommended: tuple[Recommendation, ...] = ()
    near: tuple[str, ...] = ()
