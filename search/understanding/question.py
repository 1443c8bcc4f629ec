"""The door: what was typed -> the tree that an engine is asked, and the words to mark in what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.lexicon import Lexicon
    from search.tree import Node


@dataclass(frozen=True, slots=True)
class Understood:
    """`tree` is None for a question without a word; `wider` finds more and worse, for when `tree` finds nothing.

    `marks` are the token sequences that extracts mark."""

    tree: Node | None
    wider: Node | None = None
    marks: tuple[tuple[str, ...], ...] = ()


def understand(text: str, lexicon: Lexicon) -> Understood:
    """Read a question; never fails, whatever was typed."""
    raise NotImplementedError
