"""What notices add to the portal."""

from django.utils.translation import gettext_lazy as _

from portal.plugins import HomeSection, MenuItem, PortalPlugin


class NoticesPlugin(PortalPlugin):
    """Notices of the office."""

    name = "tests.sample_plugin.notices"
    verbose_name = _("Notices")
    summary = _("Notices of the office, on the home page and in the search.")
    requires_portal = ">=1,<2"

    def menu_items(self):
        """The list of notices; left out while there is none."""
        from .models import NoticeIndexPage

        return [MenuItem(_("Notices"), page_type=NoticeIndexPage, order=600)]

    def home_sections(self):
        """The newest notices."""
        from .sections import newest_notices

        return [HomeSection("notices/home_section.html", newest_notices, order=600)]

    def search_sources(self):
        """Notices can be found, also by the schools they are for."""
        from search.facets import school_facets
        from search.sources import PageSource

        from .models import NoticePage

        return [PageSource("notice", NoticePage, icon="file-text", facets=school_facets("schools"))]

    def urlpatterns(self):
        """`/notices/latest/`."""
        from django.urls import path

        from .views import latest

        return [path("latest/", latest, name="latest_notice")]
