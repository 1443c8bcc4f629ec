"""Search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Sources, backends and the results page."""

    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        """Connect what follows a change of a page or a registry; check the filters of plugins."""
        from django.core import checks
        from wagtail.snippets.models import register_snippet

        from . import lexicon_changes, signals
        from .facets import check_facets

        signals.connect()
        lexicon_changes.connect()
        checks.register(check_facets, "search")
        register_snippet("search.viewsets.SearchGroup")

    def warm_up(self) -> None:
        """What the first search needs."""
        from .warming import load

        load()
