"""What the results page shows around the results: chips, lists of filters, ways out of a narrow search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from . import answering
from .backends import SearchUnavailable
from .links import address_of, front_door, without, without_filters

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from .documents import Facet, FacetValue, Results, SearchQuery
    from .links import Door

_FOLDED: Final = 10  # a longer list of values is folded
_BEFORE_FOLD: Final = 8
_SEARCHED: Final = 15  # a longer list has a box to look for a value in
_MOST_OFFERS: Final = 4


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen value, and where it is left out: the page, and the same for a page that is there already."""

    facet: str | Promise
    label: str
    url: str
    live_url: str


@dataclass(frozen=True, slots=True)
class ValueList:
    """A filter as shown: the values in sight, and the rest behind a fold."""

    name: str
    label: str | Promise
    values: tuple[FacetValue, ...]
    rest: tuple[FacetValue, ...]

    @property
    def is_open(self) -> bool:
        """A choice is never hidden behind the fold."""
        return any(value.is_chosen for value in self.rest)

    @property
    def is_long(self) -> bool:
        """Whether looking for a value by eye is a burden."""
        return len(self.values) + len(self.rest) > _SEARCHED


@dataclass(frozen=True, slots=True)
class Offer:
    """A wider question that finds something: which choices it leaves out (none named: all), where it leads."""

    labels: tuple[str, ...]
    url: str
    total: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands around the hits; addresses are of this site. `url` and `live_url` are of the door itself.

    `heading` is the level of what heads the results: a page that is a search has a heading of its own above it."""

    url: str
    live_url: str
    heading: str
    chips: tuple[Chip, ...]
    facets: tuple[ValueList, ...]
    offers: tuple[Offer, ...]
    first: int
    last: int
    all_url: str
    all_live_url: str
    literal_url: str
    corrected_url: str
    feed_url: str
    rss_url: str


def present(query: SearchQuery, results: Results, door: Door | None = None) -> Shown:
    """Everything the templates need beside the query and its results, as it is asked at `door`."""
    door = door or front_door()
    start, followed = (results.page - 1) * query.size, replace(query, page=1, sort="relevance")
    everything = without_filters(query, door.fixed)
    facets = [facet for facet in results.facets if facet.values and facet.name not in door.fixed]
    is_narrow = query.chosen.keys() - door.fixed.keys() and facets and not results.hits
    return Shown(
        url=door.url,
        live_url=door.live_url,
        heading="h2" if door.fixed else "h1",
        chips=tuple(_chips(query, facets, door)),
        facets=tuple(map(_value_list, facets)),
        offers=_offers(query, facets, door) if is_narrow else (),
        first=start + 1,
        last=start + len(results.hits),
        all_url=door.address_of(everything),
        all_live_url=door.live_address_of(everything),
        literal_url=door.address_of(replace(query, is_literal=True, page=1)),
        corrected_url=door.address_of(replace(query, is_literal=False, page=1)),
        feed_url=address_of(followed, "search_feed"),
        rss_url=address_of(followed, "search_feed_rss"),
    )


def _chips(query: SearchQuery, facets: Sequence[Facet], door: Door) -> Iterator[Chip]:
    for facet in facets:
        for value in facet.values:
            if value.is_chosen:
                other = without(query, facet.name, value.key)
                yield Chip(facet.label, value.label, door.address_of(other), door.live_address_of(other))


def _value_list(facet: Facet) -> ValueList:
    cut = _BEFORE_FOLD if len(facet.values) > _FOLDED else len(facet.values)
    return ValueList(facet.name, facet.label, facet.values[:cut], facet.values[cut:])


def _offers(query: SearchQuery, facets: Sequence[Facet], door: Door) -> tuple[Offer, ...]:
    """What is found without one of the filters, or without all; only where something is."""
    chosen = [facet for facet in facets if any(value.is_chosen for value in facet.values)]
    wider = [
        (tuple(value.label for value in facet.values if value.is_chosen), without(query, facet.name))
        for facet in chosen[:_MOST_OFFERS]
        if len(query.chosen) > len(door.fixed) + 1
    ]
    wider.append(((), without_filters(query, door.fixed)))
    totals = [(labels, question, _total(question)) for labels, question in wider]
    return tuple(Offer(labels, door.address_of(question), total) for labels, question, total in totals if total)


def _total(question: SearchQuery) -> int:
    try:
        return answering.answer(replace(question, size=1)).total
    except SearchUnavailable:
        return 0
