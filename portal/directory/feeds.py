"""Atom and RSS of everything, and of each learning area, network, school, person and kind of page."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import gettext as _

from portal.content.models import LearningArea, OfficeSettings, PageAuthor, Person, School, SchoolNetwork
from portal.plugins.registry import search_sources

from .entries import newest_first
from .shelves import Shelf, everything, of_area, of_kind, of_network, of_person, of_school, sources_by_type

if TYPE_CHECKING:
    from portal.content.models import KnowledgePage

ENTRIES: Final = 30
MAX_AGE: Final = 300  # seconds: readers ask often


def shelf_of(kind: str, key: str) -> Shelf:
    """The shelf that an address names, or 404."""
    makers: dict[str, Callable[[str], Shelf]] = {
        "areas": lambda key: of_area(get_object_or_404(LearningArea, code=key)),
        "networks": lambda key: of_network(get_object_or_404(SchoolNetwork, slug=key)),
        "schools": lambda key: of_school(get_object_or_404(School, code=key)),
        "people": lambda key: of_person(get_object_or_404(Person, slug=key)),
        "kinds": _of_kind,
    }
    if kind not in makers:
        raise Http404
    shelf = makers[kind](key)
    if kind == "people" and not shelf.pages().exists():
        raise Http404  # as the page: nobody is told that an author exists
    return shelf


def feed(request: HttpRequest, form: str, kind: str = "", key: str = "") -> HttpResponse:
    """The newest pages of a shelf, or of all, as `atom` or `rss`."""
    shelf = shelf_of(kind, key) if kind else everything()
    response = (AtomFeed if form == "atom" else RssFeed)()(request, shelf=shelf)
    response["Cache-Control"] = f"max-age={MAX_AGE}"
    return response


class ShelfFeed(Feed):
    """The newest first, in Thai as the pages are."""

    language = "th"

    def get_object(self, request: HttpRequest, shelf: Shelf) -> Shelf:
        """The shelf; what else the feed says depends on the portal that is asked."""
        self.request = request
        self.portal_name = OfficeSettings.for_request(request).portal_name
        self.sources = sources_by_type()
        return shelf

    def title(self, shelf: Shelf) -> str:
        """What it is about – the portal's name."""
        return f"{shelf.title} – {self.portal_name}"

    def link(self, shelf: Shelf) -> str:
        """The page of the shelf."""
        return shelf.url

    def description(self, shelf: Shelf) -> str:
        """What a feed reader shows below the name."""
        return _("Newly published, the latest first")

    subtitle = description

    def items(self, shelf: Shelf) -> list[KnowledgePage]:
        """The newest pages, with the names of their authors."""
        pages = list(newest_first(shelf.pages())[:ENTRIES])
        self.authors: dict[int, list[str]] = {page.pk: [] for page in pages}
        rows = PageAuthor.objects.filter(page__in=pages).select_related("person").order_by("sort_order")
        for row in rows:
            self.authors[row.page_id].append(str(row.person))
        return pages

    def item_title(self, item: Any) -> str:
        """Today's title, as plain text; the generator escapes it."""
        return item.title

    def item_description(self, item: Any) -> str:
        """The summary."""
        return item.summary

    def item_link(self, item: Any) -> str:
        """Today's address."""
        return item.get_url(self.request) or ""

    def item_guid(self, item: Any) -> str:
        """Stays when the page moves: readers do not show it again."""
        return f"tag:{self.request.get_host().partition(':')[0]},2026:page-{item.pk}"

    item_guid_is_permalink = False

    def item_author_name(self, item: Any) -> str | None:
        """All who wrote it."""
        return ", ".join(self.authors[item.pk]) or None

    def item_pubdate(self, item: Any) -> datetime.datetime | None:
        """When it was first published."""
        return item.first_published_at

    def item_updateddate(self, item: Any) -> datetime.datetime | None:
        """When it last changed."""
        return item.last_published_at

    def item_categories(self, item: Any) -> Iterable[str]:
        """The kind of page."""
        return (str(self.sources[item.content_type_id].label),)


class AtomFeed(ShelfFeed):
    """For most readers."""

    feed_type = Atom1Feed

    def feed_url(self, shelf: Shelf) -> str:
        """Its own address."""
        return shelf.atom_url


class RssFeed(ShelfFeed):
    """For those that know nothing else."""

    feed_type = Rss201rev2Feed

    def feed_url(self, shelf: Shelf) -> str:
        """Its own address."""
        return shelf.rss_url


def _of_kind(key: str) -> Shelf:
    source = next((source for source in search_sources() if source.kind == key), None)
    if source is None:
        raise Http404
    return of_kind(source)
