"""The shelves: one for each kind of works."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.content.models import PortalPage
from search.links import Door
from search.views import search_at

from .review.reviewed import ShelfOfReviewed

TEMPLATE = "innovations/index.html"  # Wagtail gives each page type one of its own, whatever it inherits


class WorkIndexPage(ShelfOfReviewed, PortalPage):
    """A list of the works of one kind: a search with the kind fixed."""

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    kind: ClassVar[str] = ""  # of the search source

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*PortalPage.content_panels, "introduction"]

    class Meta:
        abstract = True

    def serve(self, request, *args, **kwargs):
        """The works of the kind as a search answers: filters with counts, the order, pages, what is new as a feed."""
        context = self.get_context(request, *args, **kwargs)
        return search_at(request, self.door(request), self.template, context)

    def door(self, request) -> Door:
        """The search with the kind fixed. A preview may be of a page that has no address yet."""
        url = self.get_url(request) or ""
        return Door(url, url, {"kind": frozenset({self.kind})})


class InnovationIndexPage(WorkIndexPage):
    """Supervision innovations."""

    template = TEMPLATE
    subpage_types = ["innovations.InnovationPage"]
    kind = "innovation"

    class Meta:
        verbose_name = _("index of supervision innovations")
        verbose_name_plural = _("indexes of supervision innovations")


class BestPracticeIndexPage(WorkIndexPage):
    """Best practices."""

    template = TEMPLATE
    subpage_types = ["innovations.BestPracticePage"]
    kind = "best_practice"

    class Meta:
        verbose_name = _("index of best practices")
        verbose_name_plural = _("indexes of best practices")


class ResearchIndexPage(WorkIndexPage):
    """Research outcomes."""

    template = TEMPLATE
    subpage_types = ["innovations.ResearchPage"]
    kind = "research"

    class Meta:
        verbose_name = _("index of research")
        verbose_name_plural = _("indexes of research")
