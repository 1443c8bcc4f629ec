"""The shelves: one for each kind of works."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.content.models import PortalPage

from .review.reviewed import ShelfOfReviewed


class WorkIndexPage(ShelfOfReviewed, PortalPage):
    """A list of the works of one kind: a search with the kind fixed."""

    template = "innovations/index.html"
    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    kind: ClassVar[str] = ""  # of the search source

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*PortalPage.content_panels, "introduction"]

    class Meta:
        abstract = True


class InnovationIndexPage(WorkIndexPage):
    """Supervision innovations."""

    subpage_types = ["innovations.InnovationPage"]
    kind = "innovation"

    class Meta:
        verbose_name = _("index of supervision innovations")
        verbose_name_plural = _("indexes of supervision innovations")


class BestPracticeIndexPage(WorkIndexPage):
    """Best practices."""

    subpage_types = ["innovations.BestPracticePage"]
    kind = "best_practice"

    class Meta:
        verbose_name = _("index of best practices")
        verbose_name_plural = _("indexes of best practices")


class ResearchIndexPage(WorkIndexPage):
    """Research outcomes."""

    subpage_types = ["innovations.ResearchPage"]
    kind = "research"

    class Meta:
        verbose_name = _("index of research")
        verbose_name_plural = _("indexes of research")
