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

        from .my_works import links
        from .near_copies import signals as near_copies
        from .review import admin, signals
        from .uploads import readers

        signals.connect()
        admin.connect()
        near_copies.connect()
        readers.connect()
        links.connect()
        register_snippet("innovations.review.registers.ReviewGroup")
        register_snippet("innovations.invitation.screens.ContributorGroup")

    def timed_jobs(self):
        """Sketches of what was published meanwhile, by which near-copies are found; reminders of what is overdue."""
        from datetime import timedelta

        from portal.jobs import Job

        from .near_copies.sketches import catch_up
        from .review.reminders import remind_late

        return [
            Job("sketch texts for near-copies", catch_up, timedelta(minutes=30)),
            Job("remind reviewers of what is overdue", remind_late, timedelta(hours=1)),
        ]

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
        from .search import ROWS_OF_WORK, awards_of, research_facets, work_facets

        facets, rows = work_facets(), ROWS_OF_WORK
        steps = (*rows, "pdca_steps")
        return [
            PageSource("innovation", InnovationPage, "lightbulb", facets, rows, awards_of),
            PageSource("best_practice", BestPracticePage, "award", facets, steps, awards_of),
            PageSource("research", ResearchPage, "flask-conical", research_facets(), rows, awards_of),
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
