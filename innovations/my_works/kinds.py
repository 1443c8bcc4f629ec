"""The three kinds one can start, each with its shelf."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from innovations.models import (
    BestPracticeIndexPage,
    BestPracticePage,
    InnovationIndexPage,
    InnovationPage,
    ResearchIndexPage,
    ResearchPage,
    WorkIndexPage,
    WorkPage,
)

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of work: the `key` of addresses, its page type, the shelf it stands on, its icon."""

    key: str
    model: type[WorkPage]
    shelf: type[WorkIndexPage]
    icon: str

    @property
    def label(self) -> str | Promise:
        """What contributors read."""
        return self.model._meta.verbose_name or ""


KINDS: Final = (
    Kind("best-practice", BestPracticePage, BestPracticeIndexPage, "award"),
    Kind("innovation", InnovationPage, InnovationIndexPage, "lightbulb"),
    Kind("research", ResearchPage, ResearchIndexPage, "flask-conical"),
)


def kind_of(work: WorkPage) -> Kind:
    """The kind of a work."""
    return next(kind for kind in KINDS if isinstance(work, kind.model))
