"""The pages of learning areas, school networks, schools and people, each with its feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from portal.plugins import HomeSection


class DirectoryConfig(AppConfig):
    """See the module."""

    name = "portal.directory"
    label = "directory"
    verbose_name = _("Directory")

    def home_sections(self) -> list[HomeSection]:
        """What is new, then the ways in: by learning area and by network."""
        from portal.plugins import HomeSection

        from . import sections

        return [
            HomeSection(
                "directory/home_new.html",
                sections.what_is_new,
                order=50,
                label=_("What is new, most used, grade levels"),
            ),
            HomeSection("directory/home_areas.html", sections.by_area, order=700, label=_("By learning area")),
            HomeSection("directory/home_networks.html", sections.by_network, order=710, label=_("By school network")),
        ]
