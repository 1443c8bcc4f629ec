"""What plugins give to the search: a source a kind of page, and the facets of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from portal.content.models import KnowledgePage

Keys: TypeAlias = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class PageFacet:
    """A filter that pages bring.

    `name` is its stable key in addresses, lower-case ASCII. `keys_of(pages)` gives the keys of many pages in few
    queries: page key -> facet keys. `labels_of(keys)` gives what visitors read today, in their language; a key it
    leaves out is not shown, and which others are asked for changes neither a label nor the order. Smaller `order` comes
    first; `is_ordered`: values stay in the order of `labels_of`, else the most frequent come first."""

    name: str
    label: str | Promise
    keys_of: Callable[[Sequence[KnowledgePage]], Keys]
    labels_of: Callable[[Iterable[str]], Mapping[str, str]]
    order: int = 500
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class PageSource:
    """The usual source: a subclass of `KnowledgePage`, read through its `text_parts()`.

    `kind` is a stable key, `icon` a name in the icon sprite, `facets` the filters this kind brings beside the
    portal's own. `prefetch` names the rows that `text_parts()` reads, as for `prefetch_related`: many pages are then
    indexed in few queries. `awards_of(keys)` tells lists what pages were awarded, in a few words and few queries."""

    kind: str
    model: type[KnowledgePage]
    icon: str = "file-text"
    facets: Sequence[PageFacet] = ()
    prefetch: Sequence[str] = ()
    awards_of: Callable[[Sequence[int]], Mapping[int, str]] | None = None

    @property
    def label(self) -> str | Promise:
        """What visitors read: the page type's own name."""
        label: str | Promise = self.model._meta.verbose_name or self.kind
        return label
