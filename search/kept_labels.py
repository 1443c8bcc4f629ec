"""The labels of filters as they were read for an earlier question, as long as nothing has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from portal.caching.parts import kept_value

if TYPE_CHECKING:
    from django.http import HttpRequest

    from .counting import LabelsOf
    from .sources import PageFacet


def kept_labels(request: HttpRequest) -> LabelsOf:
    """Labels in the visitor's language: each filter's own query, but only for keys that nobody asked for yet."""
    language = get_language()

    def labels_of(facet: PageFacet, keys: Iterable[str]) -> Mapping[str, str]:
        return kept_value(request, f"labels of {facet.name} in {language}", partial(_Labels, facet)).of(keys)

    return labels_of


class _Labels:
    """Of one filter. Keys without a label are asked for again each time: visitors can make up as many as they like."""

    def __init__(self, facet: PageFacet) -> None:
        self._facet = facet
        self._known: Mapping[str, str] = {}

    def of(self, keys: Iterable[str]) -> Mapping[str, str]:
        """The labels of those keys, in the filter's order."""
        wanted, known = set(keys), self._known
        if not wanted <= known.keys():
            labels = self._facet.labels_of([*known, *(wanted - known.keys())])
            known = self._known = {key: str(label) for key, label in labels.items()}
        return {key: label for key, label in known.items() if key in wanted}
