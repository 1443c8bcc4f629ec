"""What the district has published, in numbers, for the public and for the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from portal.plugins import MenuItem


class StatisticsConfig(AppConfig):
    """See the module."""

    name = "portal.statistics"
    label = "statistics"
    verbose_name = _("Statistics")

    def menu_items(self) -> list[MenuItem]:
        """The overview, behind what plugins bring."""
        from portal.plugins import MenuItem

        return [MenuItem(_("Overview of the district"), url=reverse("overview"), order=900)]
