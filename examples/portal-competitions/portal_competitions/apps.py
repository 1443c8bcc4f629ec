"""What academic competitions add to the portal."""

from django.utils.translation import gettext_lazy as _

from portal.plugins import HomeSection, MenuItem, PortalPlugin


class CompetitionsPlugin(PortalPlugin):
    """Academic competitions of the district, with their results."""

    name = "portal_competitions"
    label = "competitions"
    verbose_name = _("Academic competitions")
    summary = _("Announces academic competitions and keeps their results.")
    requires_portal = ">=1,<2"

    def menu_items(self):
        """The calendar of competitions."""
        from .models import CompetitionIndexPage

        return [MenuItem(_("Competitions"), page_type=CompetitionIndexPage, order=300)]

    def home_sections(self):
        """What comes next, and what was decided last."""
        from .sections import next_and_latest

        return [HomeSection("portal_competitions/home_section.html", next_and_latest, order=300)]

    def search_sources(self):
        """Competitions can be found."""
        from search.sources import PageSource

        from .models import CompetitionPage

        return [PageSource("competition", CompetitionPage, icon="award")]
