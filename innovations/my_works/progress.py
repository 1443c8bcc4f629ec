"""How far a draft is, part by part, for the gauge and the list of parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from innovations.sections import Section, progress_of

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from innovations.models import WorkPage

    from .glance import Glance


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `state` is on when all that is needed is there, half when some of it, off when nothing."""

    number: int
    section: Section
    state: Literal["on", "half", "off"]
    is_needed: bool

    @property
    def key(self) -> str:
        """Of its address."""
        return self.section.key

    @property
    def title(self) -> str | Promise:
        """Its heading."""
        return self.section.title


def parts_of(work: WorkPage | Glance) -> list[Part]:
    """All parts in their order."""
    return [_part(work, number, section) for number, section in enumerate(work.sections(), start=1)]


def missing_parts(parts: list[Part]) -> list[Part]:
    """Those in which something that is needed is missing."""
    return [part for part in parts if part.is_needed and part.state != "on"]


def _part(work: WorkPage | Glance, number: int, section: Section) -> Part:
    if section.needed:
        progress = progress_of(work, [section])
        state: Literal["on", "half", "off"] = "on" if progress.is_complete else "half" if progress.filled else "off"
        return Part(number, section, state, True)
    names = (*(name for name in section.fields if name != "has_consent"), *section.rows)
    everything = progress_of(work, [Section(section.key, section.title, needed=names)])
    return Part(number, section, "on" if everything.filled else "off", False)
