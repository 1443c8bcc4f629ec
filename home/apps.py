"""The front page."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Renders the sections that plugins bring; names no plugin."""

    name = "home"
    verbose_name = _("Home page")
