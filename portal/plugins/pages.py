"""What every page type of a plugin mixes in: no new pages while its plugin is off, none below an unknown page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .activation import is_active

if TYPE_CHECKING:
    from wagtail.models import Page as Base
else:
    Base = object


class PluginPageMixin(Base):
    """Put before `Page` in the bases of a page type; a start-up check enforces it on plugins.

    Migrations of plugins name this class by its path: it never moves."""

    @classmethod
    def can_create_at(cls, parent: Any) -> bool:
        """As Wagtail, but never while the plugin of this page type is switched off."""
        return is_active(cls._meta.app_label) and bool(super().can_create_at(parent))

    @classmethod
    def can_exist_under(cls, parent: Any) -> bool:
        """As Wagtail, which would stumble over a parent whose plugin was removed: nobody knows what it may hold."""
        return parent.specific_class is not None and bool(super().can_exist_under(parent))
