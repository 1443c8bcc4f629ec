"""Search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Sources, backends and the results page."""

    name = "search"
    verbose_name = _("Search")
