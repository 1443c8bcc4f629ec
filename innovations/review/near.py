"""What a work shares with others, for the reviewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innovations.near_copies import Overlap, overlaps

if TYPE_CHECKING:
    from innovations.models import ReviewState


def overlaps_of(state: ReviewState) -> list[Overlap]:
    """The works with which the draft shares passages, the most first."""
    return overlaps(state.revision.as_object())
