"""Start-up checks of the plugins: what a mistake would else show to a visitor, said to whoever starts the portal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from inspect import isclass
from itertools import chain
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connections
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from .addresses import is_one_segment, portal_addresses
from .contract import API_VERSION, HomeSection, MenuItem, PortalPlugin, SearchSource
from .discovery import available, class_path, named_twice, unmet
from .pages import PluginPageMixin
from .registry import installed, page_types
from .removed import removed_plugins

EXTENSION_POINTS = (
    "menu_items",
    "home_sections",
    "search_sources",
    "urlpatterns",
    "url_prefix",
    "summary",
    "requires_portal",
    "requires_apps",
)
LIKENESS = 0.75  # of a misspelt name: `home_section` and `get_menu_items` are caught, `introduce` is not
RETURNED: dict[str, type] = {"menu_items": MenuItem, "home_sections": HomeSection, "search_sources": SearchSource}


def check_plugins(app_configs: Sequence[AppConfig] | None = None, **_options: Any) -> list[CheckMessage]:
    """All that can be known without a database. Each message carries its plugin as `obj`."""
    plugins = installed() if app_configs is None else [one for one in app_configs if isinstance(one, PortalPlugin)]
    each = (_version_window, _misspelt, _bases_of_pages, _returned, _leading_somewhere, _requirements, _prefix)
    single = chain.from_iterable(check(plugin) for plugin in plugins for check in each)
    return [*single, *_clashes(plugins), *_named_twice()]


def check_removed_plugins(databases: Iterable[str] | None = None, **_options: Any) -> list[CheckMessage]:
    """Plugins that are gone while their pages remain; asked by `migrate`, and by `check --database default`."""
    tables = {"wagtailcore_page", "django_content_type"}
    if "default" not in (databases or ()) or not tables <= set(connections["default"].introspection.table_names()):
        return []
    return [
        Warning(
            f"The plugin {plugin.label!r} is not in PORTAL_PLUGINS, but {plugin.pages} pages of it are in the database "
            f"({plugin}). Visitors get 404 for them.",
            hint="Install it and name it in PORTAL_PLUGINS again; then delete its pages, if it shall go for good.",
            id="portal.plugins.W002",
        )
        for plugin in removed_plugins()
    ]


def _version_window(plugin: PortalPlugin) -> Iterator[CheckMessage]:
    try:
        window = SpecifierSet(plugin.requires_portal)
    except InvalidSpecifier:
        yield Error(
            f"requires_portal is {plugin.requires_portal!r}, which is no version specifier.",
            hint='Write it as PEP 440 does, for example requires_portal = ">=1,<2".',
            obj=plugin,
            id="portal.plugins.E001",
        )
        return
    if not window.contains(API_VERSION, prereleases=True):
        yield Error(
            f"It is written for the plugin API {window}; this portal has {API_VERSION}.",
            hint="Install a release of the plugin that fits, or take it out of PORTAL_PLUGINS.",
            obj=plugin,
            id="portal.plugins.E002",
        )


def _misspelt(plugin: PortalPlugin) -> Iterator[CheckMessage]:
    known = set(dir(PortalPlugin))
    own = {name for base in type(plugin).__mro__ if base not in PortalPlugin.__mro__ for name in vars(base)}
    for name in sorted(own - known):
        meant = get_close_matches(name, EXTENSION_POINTS, n=1, cutoff=LIKENESS)
        if meant and not name.startswith("_"):
            yield Warning(
                f"{name!r} looks like a misspelt {meant[0]!r}: the portal never asks for it.",
                hint=f"Rename it to {meant[0]!r}, or begin its name with an underscore.",
                obj=plugin,
                id="portal.plugins.W001",
            )


def _bases_of_pages(plugin: PortalPlugin) -> Iterator[CheckMessage]:
    from wagtail.models import Page

    for model in page_types(plugin):
        order = model.__mro__
        if PluginPageMixin not in order or order.index(PluginPageMixin) > order.index(Page):
            yield Error(
                f"The page type {model.__name__} does not have PluginPageMixin before Page among its bases: new ones "
                "could be made while the plugin is switched off.",
                hint=f"class {model.__name__}(PluginPageMixin, Page), or subclass KnowledgePage or PortalPage.",
                obj=plugin,
                id="portal.plugins.E006",
            )


def _returned(plugin: PortalPlugin) -> Iterator[CheckMessage]:
    for method, wanted in RETURNED.items():
        for value in getattr(plugin, method)():
            if isclass(value) or not isinstance(value, wanted):
                yield Error(
                    f"{method}() returned {value!r}, which is no {wanted.__name__}.",
                    hint=f"Return a list of {wanted.__name__} values.",
                    obj=plugin,
                    id="portal.plugins.E007",
                )


def _leading_somewhere(plugin: PortalPlugin) -> Iterator[CheckMessage]:
    for item in plugin.menu_items():
        if isinstance(item, MenuItem) and bool(item.url) == bool(item.page_type):
            given = "both a page_type and a url" if item.url else "neither a page_type nor a url"
            yield Error(
                f"The menu entry {str(item.label)!r} has {given}.",
                hint="Give it one of the two.",
                obj=plugin,
                id="portal.plugins.E008",
            )


def _requirements(plugin: PortalPlugin) -> Iterator[CheckMessage]:
    path = f"{type(plugin).__module__}.{type(plugin).__qualname__}"
    for point in available().values():
        if class_path(point) == path:
            for requirement in unmet(point):
                yield Error(
                    f"Its package requires {requirement}, which is not installed.",
                    hint=f"pip install '{requirement}'",
                    obj=plugin,
                    id="portal.plugins.E009",
                )


def _prefix(plugin: PortalPlugin) -> Iterator[CheckMessage]:
    if not plugin.urlpatterns():
        return
    if not is_one_segment(plugin.url_prefix):
        yield Error(
            f"The URL prefix {plugin.url_prefix!r} is not one part of an address.",
            hint='Small letters, digits and hyphens without slashes, for example url_prefix = "notices".',
            obj=plugin,
            id="portal.plugins.E010",
        )
    elif plugin.url_prefix in portal_addresses():
        yield Error(
            f"The URL prefix {plugin.url_prefix!r} is an address of the portal's own.",
            hint="Set another url_prefix.",
            obj=plugin,
            id="portal.plugins.E005",
        )


def _clashes(plugins: Sequence[PortalPlugin]) -> Iterator[CheckMessage]:
    kinds, prefixes = defaultdict(list), defaultdict(list)
    for plugin in plugins:
        for source in plugin.search_sources():
            kinds[getattr(source, "kind", "")].append(plugin)
        if plugin.urlpatterns():
            prefixes[plugin.url_prefix].append(plugin)
    yield from _claimed_twice(kinds, "search kind", "Give one of them another kind.", "portal.plugins.E003")
    yield from _claimed_twice(prefixes, "URL prefix", "Set url_prefix on one of them.", "portal.plugins.E004")


def _claimed_twice(claims: dict[str, list[PortalPlugin]], what: str, hint: str, number: str) -> Iterator[CheckMessage]:
    for claimed, plugins in claims.items():
        for plugin in plugins[1:]:
            yield Error(
                f"The {what} {claimed!r} is already claimed by {plugins[0].label!r}.", hint=hint, obj=plugin, id=number
            )


def _named_twice() -> Iterator[CheckMessage]:
    for path in named_twice(settings.PORTAL_PLUGINS):
        yield Warning(
            f"PORTAL_PLUGINS names {path} more than once.",
            hint="Leave one of the names; it counts only once.",
            id="portal.plugins.W003",
        )
