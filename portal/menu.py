"""The public main menu: home, what the plugins bring, the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from portal.caching.parts import kept_value
from portal.content.published import published
from portal.plugins import MenuItem
from portal.plugins.registry import menu_items

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One entry as shown."""

    label: str | Promise
    url: str
    is_current: bool


def menu(request: HttpRequest) -> list[MenuEntry]:
    """The entries whose target exists, in their order; one query for all page types."""
    items = menu_items()
    addresses = kept_value(request, "menu", lambda: _addresses(request, items))
    links = [(item.label, item.url or (addresses.get(item.page_type, "") if item.page_type else "")) for item in items]
    everything = [(_("Home"), "/"), *links, (_("Glossary"), reverse("glossary"))]
    return [MenuEntry(label, url, _is_current(request.path, url)) for label, url in everything if url]


def _addresses(request: HttpRequest, items: list[MenuItem]) -> dict[type, str]:
    site = Site.find_for_request(request)
    types = ContentType.objects.get_for_models(*(item.page_type for item in items if item.page_type))
    if site is None or not types:
        return {}
    models = {content_type.pk: model for model, content_type in types.items()}
    below = Page.objects.descendant_of(site.root_page).filter(content_type__in=models)
    pages = published(below).public().order_by("-path")
    return {models[page.content_type_id]: page.get_url(request) for page in pages}


def _is_current(path: str, url: str) -> bool:
    return path == url if url == "/" else path.startswith(url)
