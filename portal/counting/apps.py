"""How often pages are read, files fetched, works used in class: sums without persons."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CountingConfig(AppConfig):
    """See the module."""

    name = "portal.counting"
    label = "counting"
    verbose_name = _("Counting")
