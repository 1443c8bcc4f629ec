"""How a page is cited, described to other catalogues, and pointed at from paper."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CitingConfig(AppConfig):
    """See the module."""

    name = "portal.citing"
    label = "citing"
    verbose_name = _("Citing")
