"""Pages whose plugin was taken out of the portal: their rows remain, the code that knows them is gone."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from itertools import groupby
from threading import Thread
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import DatabaseError, connections
from django.db.models import Count

if TYPE_CHECKING:
    from wagtail.models import Page, PageQuerySet

logger = logging.getLogger(__name__)

UNKNOWN = "unknown"  # a plugin whose very name is lost, since its content types were deleted


@dataclass(frozen=True, slots=True)
class RemovedPageType:
    """A page type that no installed app has, and how many pages of it there are."""

    name: str
    pages: int


@dataclass(frozen=True, slots=True)
class RemovedPlugin:
    """A plugin that is gone while its pages remain. `label` is its app label."""

    label: str
    page_types: tuple[RemovedPageType, ...]

    @property
    def pages(self) -> int:
        """How many pages it left."""
        return sum(page_type.pages for page_type in self.page_types)

    def __str__(self) -> str:
        types = ", ".join(f"{page_type.name} ({page_type.pages})" for page_type in self.page_types)
        return f"{self.label}: {types}"


def is_removed(page: Page) -> bool:
    """Whether nobody knows this page's type any more. No query: content types are kept.

    A plain `Page` below the root counts as well: that is what Wagtail makes of pages whose content type was deleted."""
    from wagtail.models import Page

    model = page.cached_content_type.model_class()
    return model is None or (model is Page and page.depth > 1)


def plugin_label(page: Page) -> str:
    """The app label of a removed page's plugin."""
    return _label(page.cached_content_type.app_label)


def removed_pages() -> PageQuerySet:
    """Every page that a removed plugin left behind."""
    from wagtail.models import Page

    return Page.objects.filter(depth__gt=1).exclude(content_type__in=known_types())


def known_types() -> list[Any]:
    """Content types of all page types that are installed."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Page

    models = [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]
    return list(ContentType.objects.get_for_models(*models).values())


def removed_plugins() -> list[RemovedPlugin]:
    """The plugins that left pages behind, by label; one query."""
    counted = (
        removed_pages()
        .order_by("content_type__app_label", "content_type__model")
        .values_list("content_type__app_label", "content_type__model")
        .annotate(Count("pk"))
    )
    return [
        RemovedPlugin(label, tuple(RemovedPageType(model, pages) for _label, model, pages in rows))
        for label, rows in groupby(counted, key=lambda row: _label(row[0]))
    ]


def warn_at_start() -> None:
    """Log what removed plugins left behind; called by the server's entry points, once a process.

    In a thread of its own, waited for: its database connection is closed before a server forks, and an entry point
    loaded inside an event loop may ask the database too."""
    asking = Thread(target=_warn, name="removed-plugins")
    asking.start()
    asking.join()


def _warn() -> None:
    try:
        for plugin in removed_plugins():
            logger.warning(
                "The plugin %r is not in PORTAL_PLUGINS, but %d pages of it are in the database (%s). Visitors get 404 "
                "for them. Name it in PORTAL_PLUGINS again to bring them back.",
                plugin.label,
                plugin.pages,
                plugin,
            )
    except DatabaseError as error:
        logger.warning("Could not ask the database for pages of removed plugins: %s", error)
    finally:
        connections.close_all()


def _label(app_label: str) -> str:
    return UNKNOWN if app_label == "wagtailcore" else app_label
