"""What robots find in `/sitemap.xml`: every page that the public may read now, and the registries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from wagtail.contrib.sitemaps.sitemap_generator import Sitemap as WagtailSitemap

from portal.content.models import FormTemplate, GlossaryTerm, KnowledgePage, LegalReference
from portal.content.published import published
from portal.directory.sitemap import filled_shelves

if TYPE_CHECKING:
    from django.db.models import Model
    from wagtail.models import PageQuerySet


STATEMENTS = ("privacy", "accessibility")


class PageSitemap(WagtailSitemap):
    """Published, public pages: none that expired, was withdrawn, or lost its plugin."""

    def items(self) -> PageQuerySet:
        """As Wagtail, less what visitors cannot read."""
        withdrawn = KnowledgePage.objects.filter(withdrawn_at__isnull=False).values("pk")
        return published(super().items()).exclude(pk__in=withdrawn)


class RegistryIndexSitemap(Sitemap):
    """The lists of terms, laws and forms; of areas, networks, schools and people; the overview; the statements."""

    def items(self) -> list[str]:
        """Names of their addresses."""
        return ["glossary", "laws", "forms", "areas", "networks", "schools", "people", "feeds", "overview", *STATEMENTS]

    def location(self, item: str) -> str:
        """Where a list stands."""
        return reverse(item)


class RegistrySitemap(Sitemap):
    """The page of each term, law and form."""

    def items(self) -> list[Model]:
        """All entries; each knows its address."""
        models: Iterable[Any] = (GlossaryTerm, LegalReference, FormTemplate)
        return [entry for model in models for entry in model.objects.order_by("pk")]


class ShelfSitemap(Sitemap):
    """The page of each learning area, network, school and person that has something to read."""

    def items(self) -> list[Model]:
        """Each knows its address."""
        return filled_shelves()


SITEMAPS = {
    "pages": PageSitemap,
    "registries": RegistryIndexSitemap,
    "entries": RegistrySitemap,
    "shelves": ShelfSitemap,
}
