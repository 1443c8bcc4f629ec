"""What the work manuals add to the portal. New here? This file names every door; the rest stands behind them."""

from django.utils.translation import gettext_lazy as _

from portal.plugins import HomeSection, MenuItem, PortalPlugin


class ManualsPlugin(PortalPlugin):
    """Staff work manuals as structured pages, with flow charts drawn from their steps."""

    name = "manuals"
    verbose_name = _("Work manuals")
    summary = _(
        "Work manuals as pages: processes in nine parts, flow charts drawn from the steps, import from Word and text."
    )
    requires_portal = ">=1,<2"

    def ready(self):
        """The definitions of a published process join the glossary."""
        from . import signals

        signals.connect()

    def menu_items(self):
        """The manuals' index."""
        from .models import ManualIndexPage

        return [MenuItem(_("Work manuals"), page_type=ManualIndexPage, order=100)]

    def home_sections(self):
        """The current manual as a book one can take, and its newest processes."""
        from .sections import newest_processes

        return [HomeSection("manuals/home_section.html", newest_processes, order=100, label=_("The work manual"))]

    def search_sources(self):
        """Manuals, chapters and processes; processes by their work group too."""
        from search.sources import PageSource

        from .models import ManualChapterPage, WorkManualPage, WorkProcessPage
        from .search import ROWS_OF_PROCESS, work_group_facet

        return [
            PageSource("manual", WorkManualPage, icon="book-open"),
            PageSource("chapter", ManualChapterPage, icon="book-open"),
            PageSource(
                "process", WorkProcessPage, icon="book-open", facets=[work_group_facet()], prefetch=ROWS_OF_PROCESS
            ),
        ]
