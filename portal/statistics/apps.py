"""What the district has published, in numbers, for the public and for the office."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatisticsConfig(AppConfig):
    """See the module."""

    name = "portal.statistics"
    label = "statistics"
    verbose_name = _("Statistics")
