"""The query string -> a bounded question; nothing typed is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .documents import SearchQuery
from .facets import RESERVED, all_facets

if TYPE_CHECKING:
    from django.http import QueryDict

    from .documents import Sort
    from .sources import PageFacet

LONGEST_QUERY: Final = 300  # letters; what is longer is cut, never refused
LAST_PAGE: Final = 10_000
_MOST_KEYS: Final = 50  # of one filter
_LONGEST_KEY: Final = 100
_UNTYPED: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\s]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, as far as it can be searched; `is_cut`: more was typed."""

    query: SearchQuery
    is_cut: bool = False


def read(parameters: QueryDict, size: int = 10) -> Asked:
    """Read `?q=…&<facet>=…&<facet>=…&sort=date|used&page=2&literal=1`; what cannot be understood is left aside.

    `literal` is `1`, or the very question it was chosen for, so that it ends with that question."""
    typed = _UNTYPED.sub(" ", parameters.get("q", "")).strip()
    text = typed[:LONGEST_QUERY].strip()
    chosen = {facet.name: keys for facet in all_facets() if (keys := _keys(facet, parameters.getlist(facet.name)))}
    sort = _sort(parameters.get("sort", ""), text)
    is_literal = bool(text) and parameters.get("literal", "").strip() in {"1", text}
    return Asked(
        SearchQuery(text, chosen, sort, page_number(parameters.get("page", "")), size, is_literal),
        is_cut=len(typed) > LONGEST_QUERY,
    )


def is_understood(parameters: QueryDict) -> bool:
    """Whether every word of the query string is one of a search: such an answer is worth keeping for the next."""
    return RESERVED.issuperset(set(parameters) - {facet.name for facet in all_facets()})


def _sort(typed: str, text: str) -> Sort:
    """Without a question nothing is a better answer: the newest come first."""
    if typed == "used":
        return "used"
    return "date" if typed == "date" or not text else "relevance"


def page_number(typed: str) -> int:
    """Any page number; what is no number is the first page."""
    return max(1, min(int(typed), LAST_PAGE)) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 1


def _keys(facet: PageFacet, typed: list[str]) -> frozenset[str]:
    """The keys that mean something today: an unknown one would leave a filter that nobody sees."""
    keys = [key for key in dict.fromkeys(typed) if 0 < len(key) <= _LONGEST_KEY and not _UNTYPED.search(key)]
    return frozenset(facet.labels_of(keys[:_MOST_KEYS])) if keys else frozenset()
