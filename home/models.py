"""The home page, below which every section of the portal stands."""

from django.utils.translation import gettext_lazy as _

from portal.content.front_page import arranged
from portal.content.models import KnowledgePage, OfficeSettings, PortalPage
from portal.plugins.registry import home_sections


class HomePage(PortalPage):
    """The root of the site. It names no kind of child: each names its parent."""

    template = "home/home.html"
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        """Add the sections that the office shows, with their contexts, and whether nothing at all is published."""
        context = super().get_context(request, *args, **kwargs)
        chosen = arranged(home_sections(), OfficeSettings.for_request(request).front_page)
        filled = ((section.template, section.context(request)) for section in chosen)
        sections = [{"template": template, "values": values} for template, values in filled if values]
        is_empty = not sections and not KnowledgePage.objects.readable().exists()
        context.update(sections=sections, is_empty=is_empty)
        return context
