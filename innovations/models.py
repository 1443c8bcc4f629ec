"""The shelf of the works."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.content.models import PortalPage


class InnovationIndexPage(PortalPage):
    """Where innovations, best practices and research outcomes are listed."""

    template = "innovations/index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*PortalPage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("index of works")
        verbose_name_plural = _("indexes of works")
