"""The home page, below which every section of the portal stands."""

from django.utils.translation import gettext_lazy as _

from portal.content.models import KnowledgePage, PortalPage
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
        """Add the sections of the active plugins with their contexts, and whether nothing at all is published."""
        context = super().get_context(request, *args, **kwargs)
        filled = ((section.template, section.context(request)) for section in home_sections())
        sections = [{"template": template, "values": values} for template, values in filled if values]
        is_empty = not sections and not KnowledgePage.objects.readable().exists()
        context.update(sections=sections, is_empty=is_empty)
        return context
