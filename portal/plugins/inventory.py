"""Every plugin this portal has or could have, its status and what it adds: for the control panel and the command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from .activation import is_active
from .checks import check_plugins
from .contract import PortalPlugin
from .discovery import PORTAL, available, class_path, named_twice, package_version, unmet
from .registry import installed, page_types

if TYPE_CHECKING:
    from django.core.checks import CheckMessage
    from django.utils.functional import Promise
    from wagtail.models import Page

Counts = Mapping[type, tuple[int, int]]


class Status(StrEnum):
    """Where a plugin stands."""

    ACTIVE = "active"
    SWITCHED_OFF = "switched-off"
    NOT_NAMED = "not-named"

    @property
    def label(self) -> Promise:
        """What administrators read."""
        labels = {
            Status.ACTIVE: _("Switched on"),
            Status.SWITCHED_OFF: _("Switched off"),
            Status.NOT_NAMED: _("Package installed, extension not in use"),
        }
        return labels[self]


@dataclass(frozen=True, slots=True)
class CountedPageType:
    """A page type, how many pages of it are published, and how many there are in all."""

    name: str
    published: int
    pages: int


@dataclass(frozen=True, slots=True)
class ListedPlugin:
    """One plugin as administrators see it. `label` is its app label, empty for one that is not named."""

    name: str
    label: str
    title: str
    summary: str
    version: str
    status: Status
    menu_entries: tuple[str, ...] = ()
    home_sections: int = 0
    address: str = ""
    page_types: tuple[CountedPageType, ...] = ()
    problems: tuple[str, ...] = ()
    is_named_twice: bool = False

    @property
    def published(self) -> int:
        """How many of its pages visitors may meet."""
        return sum(page_type.published for page_type in self.page_types)


def inventory() -> list[ListedPlugin]:
    """The plugins in use, in their order, then those that an installed package offers and nobody named."""
    offered = {class_path(point): point for point in available().values()}
    counts, problems, twice = _counts(), check_plugins(), named_twice(settings.PORTAL_PLUGINS)
    named = [
        _in_use(plugin, offered.pop(_path(plugin), None), counts, problems, _path(plugin) in twice)
        for plugin in installed()
    ]
    return [*named, *(_offered(point) for point in offered.values())]


def find(label: str) -> ListedPlugin | None:
    """The installed plugin of that app label."""
    return next((plugin for plugin in inventory() if label and plugin.label == label), None)


def _in_use(
    plugin: PortalPlugin,
    point: EntryPoint | None,
    counts: Counts,
    problems: list[CheckMessage],
    is_named_twice: bool,
) -> ListedPlugin:
    return ListedPlugin(
        name=point.name if point else _path(plugin),
        label=plugin.label,
        title=str(plugin.verbose_name),
        summary=str(plugin.summary),
        version=package_version(point) if point else "",
        status=Status.ACTIVE if is_active(plugin.label) else Status.SWITCHED_OFF,
        menu_entries=tuple(str(item.label) for item in plugin.menu_items()),
        home_sections=len(plugin.home_sections()),
        address=f"/{plugin.url_prefix}/" if plugin.urlpatterns() else "",
        page_types=tuple(_counted(model, counts) for model in page_types(plugin)),
        problems=tuple(f"{problem.msg} {problem.hint or ''}".strip() for problem in problems if problem.obj is plugin),
        is_named_twice=is_named_twice,
    )


def _offered(point: EntryPoint) -> ListedPlugin:
    """Of its package only what needs no Django app: title and summary stand on the class."""
    missing = tuple(unmet(point))
    try:
        plugin = point.load()
    except (ImportError, RuntimeError) as error:  # RuntimeError: Django's, for models imported by an `apps.py`
        title, summary, missing = point.name, _package_summary(point), (*missing, str(error))
    else:
        title, summary = str(getattr(plugin, "verbose_name", point.name)), str(getattr(plugin, "summary", ""))
    return ListedPlugin(
        name=point.name,
        label="",
        title=title,
        summary=summary,
        version=package_version(point),
        status=Status.NOT_NAMED,
        problems=missing,
    )


def _package_summary(point: EntryPoint) -> str:
    if point.dist is None or point.dist.name == PORTAL:
        return ""
    return point.dist.metadata["Summary"] or ""


def _counts() -> Counts:
    """Published pages and all pages of every page type, in one query."""
    from wagtail.models import Page

    rows = (
        Page.objects.order_by()
        .values_list("content_type")
        .annotate(published=Count("pk", filter=Q(live=True)), pages=Count("pk"))
    )
    found = {ContentType.objects.get_for_id(pk).model_class(): (live, pages) for pk, live, pages in rows}
    return {model: both for model, both in found.items() if model is not None}


def _counted(model: type[Page], counts: Counts) -> CountedPageType:
    published, pages = counts.get(model, (0, 0))
    return CountedPageType(str(model._meta.verbose_name), published, pages)


def _path(plugin: PortalPlugin) -> str:
    return f"{type(plugin).__module__}.{type(plugin).__qualname__}"
