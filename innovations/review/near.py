"""What a work shares with others, for the reviewer."""

from __future__ import annotations

from typing import Any

from innovations.models import ReviewState


def overlaps_of(state: ReviewState) -> list[Any]:
    """The works with which the draft shares passages, the most first."""
    return []
