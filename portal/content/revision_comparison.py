"""How two versions of a page are compared in the admin: grade levels, vocabularies and tags by their names."""

from __future__ import annotations

from typing import Any

from taggit.managers import TaggableManager
from wagtail.admin.compare import M2MFieldComparison, register_comparison_class

from .models import LEVELS, LevelsField


class LevelsComparison(M2MFieldComparison):
    """Each grade level by its name: kept, taken out, added."""

    def get_items(self) -> tuple[list[str], list[str]]:
        """The keys of both versions."""
        return list(self.val_a or ()), list(self.val_b or ())

    def get_item_display(self, item: str) -> str:
        """Primary 1."""
        return str(dict(LEVELS).get(item, item))


class NamesComparison(M2MFieldComparison):
    """Tags as people read them, not as addresses spell them."""

    def get_item_display(self, item: Any) -> str:
        """The label of a vocabulary, the name of a tag."""
        return str(getattr(item, "label", "") or item)


def connect() -> None:
    """Take the place of Wagtail's own; done once, when the apps are ready."""
    register_comparison_class(LevelsField, comparison_class=LevelsComparison)
    register_comparison_class(TaggableManager, comparison_class=NamesComparison)
