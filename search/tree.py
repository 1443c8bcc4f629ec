"""What an engine is asked, as a tree of plain values: both engines translate the same tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from .documents import Sort

FieldName: TypeAlias = Literal["title", "body", "labels", "files", "pairs", "clusters"]
CLUSTER_FIELDS: Final = ("clusters",)


@dataclass(frozen=True, slots=True)
class Term:
    """One token in a field; scored by BM25 times `weight`."""

    field: FieldName
    token: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two or more tokens in a field, one directly after the other; scored by BM25 times `weight`."""

    field: FieldName
    tokens: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Best:
    """Any of the parts; the best score counts once."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least `least` of the parts; their scores add up."""

    parts: tuple[Node, ...]
    least: int = 1


@dataclass(frozen=True, slots=True)
class Every:
    """All of `needed`, none of `excluded`; `lifting` adds to the score where it matches.

    Scores of `needed` and `lifting` add up. `unscored` has to match too and adds nothing."""

    needed: tuple[Node, ...] = ()
    lifting: tuple[Node, ...] = ()
    unscored: tuple[Node, ...] = ()
    excluded: tuple[Node, ...] = ()


Node: TypeAlias = Term | Phrase | Best | Either | Every


def matching_only(node: Node) -> Node:
    """What decides whether a page matches, without what only lifts those that do: enough to count them."""
    match node:
        case Every(needed, _lifting, unscored, excluded):
            parts = (needed, unscored, excluded)
            needed, unscored, excluded = (tuple(map(matching_only, some)) for some in parts)
            return Every(needed, (), unscored, excluded)
        case Either(parts) | Best(parts):
            return replace(node, parts=tuple(map(matching_only, parts)))
    return node


@dataclass(frozen=True, slots=True)
class Question:
    """One request to an engine. `tree` None: every page. Facets in `chosen` are AND, the keys within one OR.

    `counted` names the facets to be counted, each without its own choice. Equal scores, and equal dates, are ordered by
    page number, the newest first; "used" is no order of an engine, see `use_order`. `wants_text`: bring what extracts
    are made of."""

    tree: Node | None = None
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    sort: Sort = "relevance"
    start: int = 0
    size: int = 10
    wants_text: bool = False


@dataclass(frozen=True, slots=True)
class StoredFile:
    """An attachment as indexed: the document's key, its title, its words joined by `JOINT`."""

    document: int
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class StoredText:
    """What extracts are made of: words joined by `JOINT` (U+001F), which is dropped before anything is shown."""

    title: str
    body: str
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A page that answers."""

    page: int
    score: float
    text: StoredText | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine says: how many pages match, those asked for, and the counts (facet -> key -> pages)."""

    total: int = 0
    matches: tuple[Match, ...] = ()
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
