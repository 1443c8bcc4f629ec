"""The shelf on which the manuals stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.content.models import PortalPage

from .manual import WorkManualPage


class ManualIndexPage(PortalPage):
    """Lists the office's manuals."""

    template = "manuals/index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["manuals.WorkManualPage"]
    max_count_per_parent = 1
    page_description = _("The shelf on which the manuals stand.")

    introduction = models.TextField(_("introduction"), blank=True)

    content_panels = [*PortalPage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("index of manuals")
        verbose_name_plural = _("indexes of manuals")

    def get_context(self, request, *args, **kwargs):
        """Add the readable manuals, the newest fiscal year first."""
        context = super().get_context(request, *args, **kwargs)
        manuals = WorkManualPage.objects.readable_with(self)
        context["manuals"] = manuals.order_by("-fiscal_year", "path").select_related("cover")
        return context
