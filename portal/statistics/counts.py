"""The numbers of the overview, asked of the search's own engine: each is what the search behind its link finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from portal.content.models import LEVELS, LearningArea, SchoolNetwork
from portal.plugins.registry import search_sources
from search.backends import get_backend
from search.documents import SearchQuery
from search.facets import own_facets
from search.links import address_of
from search.tree import Question

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from search.sources import PageFacet
    from search.tree import Answer

AREA: Final = "learning_area"
NETWORK: Final = "school_network"
LEVEL: Final = "level"
YEAR: Final = "academic_year"
KIND: Final = "kind"
TABLES: Final = (AREA, NETWORK, LEVEL, YEAR, KIND)
SCHOOL: Final = "school"
FILTERS: Final = (KIND, YEAR)


@dataclass(frozen=True, slots=True)
class Number:
    """How many pages the search at `url` finds."""

    total: int
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A value of a filter with its pages, in all and of the year that is shown beside; `percent` of the largest row."""

    key: str
    label: str
    every: Number
    of_year: Number | None
    percent: str


@dataclass(frozen=True, slots=True)
class Table:
    """One filter, value by value."""

    name: str
    label: str | Promise
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """What is counted: pages of some kinds (none: all) and of a year (none: all), as a question without words."""

    query: SearchQuery

    def number(self, total: int, **keys: str) -> Number:
        """A total with the address of the search that finds it: a filter named here takes the place of its choice."""
        chosen = {**self.query.chosen, **{name: frozenset({key}) for name, key in keys.items()}}
        return Number(total, address_of(replace(self.query, chosen=chosen)))

    def ask(self, counted: Iterable[str], **keys: str) -> Answer:
        """The engine's counts, without any page."""
        chosen = {**self.query.chosen, **{name: frozenset({key}) for name, key in keys.items()}}
        narrowed = {name: tuple(sorted(values)) for name, values in chosen.items() if values}
        return get_backend().search(Question(chosen=narrowed, counted=tuple(counted), size=0))

    def keys(self, name: str) -> frozenset[str]:
        """The chosen values of a filter."""
        return self.query.chosen.get(name, frozenset())


def selection_of(query: SearchQuery) -> Selection:
    """Of a question only what the overview filters by; a year that is none is left out."""
    chosen = {name: query.chosen.get(name, frozenset()) for name in FILTERS}
    chosen[YEAR] = frozenset(year for year in chosen[YEAR] if year.isdecimal() and len(year) == 4)
    return Selection(SearchQuery(chosen={name: keys for name, keys in chosen.items() if keys}, sort="date"))


def tables(selection: Selection, counts: Mapping[str, Mapping[str, int]], year: str = "") -> tuple[Table, ...]:
    """Every table, with all values that there are, also those without a page; `year` is counted beside the whole."""
    of_year = selection.ask(TABLES, academic_year=year).counts if year else {}
    facets = {facet.name: facet for facet in own_facets()}
    made = (_Made(selection, facets[name], counts[name], of_year.get(name, {}), year) for name in TABLES)
    return tuple(Table(one.facet.name, one.facet.label, tuple(one.rows())) for one in made)


@dataclass(frozen=True, slots=True)
class _Made:
    selection: Selection
    facet: PageFacet
    counts: Mapping[str, int]
    of_year: Mapping[str, int]
    year: str

    def rows(self) -> Iterator[Row]:
        labels = self._labels()
        largest = max((self.counts.get(key, 0) for key in labels), default=0) or 1
        for key, label in labels.items():
            total = self.counts.get(key, 0)
            number = self.selection.number(total, **{self.facet.name: key})
            yield Row(key, label, number, self._number_of_year(key), f"{100 * total / largest:.1f}%")

    def _labels(self) -> Mapping[str, str]:
        """A chosen filter shows what is chosen: the other values are not of what is counted."""
        chosen = self.selection.keys(self.facet.name)
        labels = self.facet.labels_of(
            [key for key in _all_keys(self.facet.name, self.counts) if not chosen or key in chosen]
        )
        if self.facet.name != KIND:
            return labels
        return dict(sorted(labels.items(), key=lambda one: -self.counts.get(one[0], 0)))

    def _number_of_year(self, key: str) -> Number | None:
        if not self.year or self.facet.name == YEAR:
            return None
        keys = {self.facet.name: key, YEAR: self.year}
        return self.selection.number(self.of_year.get(key, 0), **keys)


def _all_keys(name: str, counts: Mapping[str, int]) -> list[str]:
    """Every value that a page could have; of years and of what a plugin took away those that pages do have."""
    if name == AREA:
        return [*LearningArea.objects.values_list("code", flat=True)]
    if name == NETWORK:
        return [*SchoolNetwork.objects.values_list("slug", flat=True)]
    if name == LEVEL:
        return [key for key, _label in LEVELS]
    if name == KIND:
        return [source.kind for source in search_sources()]
    return [*counts]
