"""What plugins give to the search: a source a kind of page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from portal.content.models import KnowledgePage


@dataclass(frozen=True, slots=True)
class PageSource:
    """The usual source: a subclass of `KnowledgePage`. `kind` is a stable key, `icon` a name in the icon sprite."""

    kind: str
    model: type[KnowledgePage]
    icon: str = "file-text"

    @property
    def label(self) -> str | Promise:
        """What visitors read: the page type's own name."""
        label: str | Promise = self.model._meta.verbose_name or self.kind
        return label
