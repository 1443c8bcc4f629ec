"""The parts of a work: what is shown under which heading, filled in on one screen, and counted as complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Section:
    """One part: `fields` of the page type and `rows` (names of child relations) under one heading.

    `key` stands in addresses and anchors. What is in `needed` has to be filled in before a work can be sent; the rest
    is optional."""

    key: str
    title: str | Promise
    fields: Sequence[str] = ()
    rows: Sequence[str] = ()
    needed: Sequence[str] = ()
    hint: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of what is needed is there: `filled` of `total`; `missing` are (section key, field or row name)."""

    filled: int
    total: int
    missing: tuple[tuple[str, str], ...]

    @property
    def percent(self) -> int:
        """0 to 100."""
        return round(100 * self.filled / self.total) if self.total else 100

    @property
    def is_complete(self) -> bool:
        """Nothing that is needed is missing."""
        return not self.missing


def progress_of(work: object, sections: Sequence[Section]) -> Progress:
    """Look at the page as it is in memory, its child rows too."""
    wanted = [(section.key, name) for section in sections for name in section.needed]
    missing = tuple((key, name) for key, name in wanted if not _is_filled(getattr(work, name)))
    return Progress(len(wanted) - len(missing), len(wanted), missing)


def _is_filled(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    if hasattr(value, "all"):
        return bool(list(value.all()))
    return value is not None and value != [] and value is not False
