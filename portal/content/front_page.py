"""In which order the front page shows the sections that the plugins and the portal bring, and which of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from portal.plugins import HomeSection

Order = Sequence[Mapping[str, Any]]  # what the office keeps: [{"section": its template, "is_shown": True}, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A section among the others. `label` is empty for one that nobody brings now."""

    key: str
    label: str | Promise
    is_shown: bool


def places(sections: Iterable[HomeSection], order: Order) -> list[Place]:
    """Every section in the office's order; those it has not placed yet come last, in their own order.

    A section whose plugin is gone or switched off keeps its place and has no label."""
    brought = {section.template: section.label for section in sections}
    kept = {row["section"]: Place(row["section"], brought.get(row["section"], ""), row["is_shown"]) for row in order}
    new = [Place(key, label, True) for key, label in brought.items() if key not in kept]
    return [*kept.values(), *new]


def arranged(sections: Iterable[HomeSection], order: Order) -> list[HomeSection]:
    """The sections that are shown, in the office's order."""
    brought = {section.template: section for section in sections}
    wanted = places(brought.values(), order)
    return [brought[place.key] for place in wanted if place.is_shown and place.key in brought]


def as_order(rows: Iterable[tuple[str, bool]]) -> list[dict[str, Any]]:
    """What the office keeps, of keys and whether each is shown; a key counts once."""
    return [{"section": key, "is_shown": is_shown} for key, is_shown in dict(rows).items()]
