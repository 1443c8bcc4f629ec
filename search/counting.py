"""Counts of an engine -> filters as a visitor sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from .documents import Facet, FacetValue

if TYPE_CHECKING:
    from .sources import PageFacet


def as_facets(
    facets: Sequence[PageFacet], counts: Mapping[str, Mapping[str, int]], chosen: Mapping[str, frozenset[str]]
) -> tuple[Facet, ...]:
    """The filters that have a value, with today's labels; what is chosen stays, also where it would leave nothing."""
    shown = (_facet(facet, counts.get(facet.name, {}), chosen.get(facet.name, frozenset())) for facet in facets)
    return tuple(facet for facet in shown if facet.values)


def _facet(facet: PageFacet, counts: Mapping[str, int], chosen: frozenset[str]) -> Facet:
    labels = facet.labels_of([*counts, *(key for key in chosen if key not in counts)])
    values = [FacetValue(key, str(label), counts.get(key, 0), key in chosen) for key, label in labels.items()]
    if not facet.is_ordered:
        values.sort(key=lambda value: -value.count)
    return Facet(facet.name, facet.label, tuple(values))
