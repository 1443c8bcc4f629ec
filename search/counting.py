"""Counts of an engine -> filters as a visitor sees them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from .documents import Facet, FacetValue

if TYPE_CHECKING:
    from .sources import PageFacet

LabelsOf: TypeAlias = Callable[["PageFacet", Sequence[str]], Mapping[str, str]]


def read_labels(facet: PageFacet, keys: Sequence[str]) -> Mapping[str, str]:
    """Today's labels of the keys of a filter."""
    return facet.labels_of(keys)


def as_facets(
    facets: Sequence[PageFacet],
    counts: Mapping[str, Mapping[str, int]],
    chosen: Mapping[str, frozenset[str]],
    labels_of: LabelsOf = read_labels,
) -> tuple[Facet, ...]:
    """The filters that have a value, with today's labels; what is chosen stays, also where it would leave nothing."""
    nothing: frozenset[str] = frozenset()
    shown = (_facet(facet, counts.get(facet.name, {}), chosen.get(facet.name, nothing), labels_of) for facet in facets)
    return tuple(facet for facet in shown if facet.values)


def _facet(facet: PageFacet, counts: Mapping[str, int], chosen: frozenset[str], labels_of: LabelsOf) -> Facet:
    labels = labels_of(facet, [*counts, *(key for key in chosen if key not in counts)])
    values = [FacetValue(key, str(label), counts.get(key, 0), key in chosen) for key, label in labels.items()]
    if not facet.is_ordered:
        values.sort(key=lambda value: -value.count)
    return Facet(facet.name, facet.label, tuple(values))
