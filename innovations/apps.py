"""What innovations, best practices and research add to the portal."""

from django.utils.translation import gettext_lazy as _

from portal.plugins import MenuItem, PortalPlugin


class InnovationsPlugin(PortalPlugin):
    """Supervision innovations, best practices and research: from a school's draft to a published, cited, found work."""

    name = "innovations"
    verbose_name = _("Innovations")
    summary = _("Supervision innovations, best practices and research outcomes of the district.")
    requires_portal = ">=1,<2"

    def ready(self):
        """What follows the steps of a review; its registers in the admin."""
        from wagtail.snippets.models import register_snippet

        from .review import signals

        signals.connect()
        register_snippet("innovations.review.registers.ReviewGroup")

    def menu_items(self):
        """The three shelves."""
        from .models import BestPracticeIndexPage, InnovationIndexPage, ResearchIndexPage

        return [
            MenuItem(_("Innovations"), page_type=InnovationIndexPage, order=200),
            MenuItem(_("Best practices"), page_type=BestPracticeIndexPage, order=210),
            MenuItem(_("Research"), page_type=ResearchIndexPage, order=220),
        ]

    def search_sources(self):
        """The three kinds of works."""
        from search.sources import PageSource

        from .models import BestPracticePage, InnovationPage, ResearchPage
        from .search import ROWS_OF_WORK, work_facets

        facets = work_facets()
        return [
            PageSource("innovation", InnovationPage, icon="lightbulb", facets=facets, prefetch=ROWS_OF_WORK),
            PageSource(
                "best_practice",
                BestPracticePage,
                icon="award",
                facets=facets,
                prefetch=(*ROWS_OF_WORK, "pdca_steps"),
            ),
            PageSource("research", ResearchPage, icon="flask-conical", facets=facets, prefetch=ROWS_OF_WORK),
        ]

    def yearly_tables(self, period):
        """The awards of a year, for its report."""
        from .reports.awards import award_tables

        return award_tables(period)

    def urlpatterns(self):
        """Where contributors write and send their works, and reviewers read and score them."""
        from django.urls import include, path

        return [
            path("my/", include("innovations.my_works.urls")),
            path("review/", include("innovations.review.urls")),
        ]
