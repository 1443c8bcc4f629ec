"""What the plugins add, asked of Django's app registry each time: the registry keeps no state of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from django.apps import apps

from .activation import is_active
from .contract import HomeSection, MenuItem, PortalPlugin, SearchSource

if TYPE_CHECKING:
    from django.db.models import Model
    from wagtail.models import Page

Ordered = TypeVar("Ordered", MenuItem, HomeSection)


def installed() -> list[PortalPlugin]:
    """Every plugin in `INSTALLED_APPS`, in their order."""
    return [config for config in apps.get_app_configs() if isinstance(config, PortalPlugin)]


def enabled() -> list[PortalPlugin]:
    """The installed plugins that are switched on."""
    return [plugin for plugin in installed() if is_active(plugin.label)]


def page_types(plugin: PortalPlugin) -> list[type[Page]]:
    """The page types of a plugin."""
    from wagtail.models import Page

    return [model for model in plugin.get_models() if issubclass(model, Page)]


def menu_items() -> list[MenuItem]:
    """Menu entries of all active plugins and of the portal's own apps, in their order."""
    return _in_order(item for config in _bringing("menu_items") for item in config.menu_items())


def home_sections() -> list[HomeSection]:
    """Home page sections of all active plugins and of the portal's own apps, in their order, each with a label."""
    return _in_order(
        replace(section, label=section.label or config.verbose_name)
        for config in _bringing("home_sections")
        for section in config.home_sections()
    )


def search_sources() -> list[SearchSource]:
    """What can be searched. A plugin that is switched off stays searchable: its pages stay readable."""
    return [source for plugin in installed() for source in plugin.search_sources()]


def source_for(model: type[Model]) -> SearchSource | None:
    """The search source of a page type, or None when its plugin offers none."""
    return next((source for source in search_sources() if source.model is model), None)


def _bringing(method: str) -> Iterator[Any]:
    """Apps that say what they add: plugins that are switched on, and plain apps with a method of that name."""
    for config in apps.get_app_configs():
        if is_active(config.label) if isinstance(config, PortalPlugin) else hasattr(config, method):
            yield config


def _in_order(values: Iterator[Ordered]) -> list[Ordered]:
    return sorted(values, key=lambda value: value.order)
