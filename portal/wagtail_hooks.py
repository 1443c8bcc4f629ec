"""What the portal changes in Wagtail's admin: its colours, where one begins, and what would only confuse."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .dashboard import StartPanel

FOREIGN_HELP = ("whats-new-in-wagtail", "editor-guide")  # about Wagtail, in English, on a site of its makers
# Recommended results stand in the search's menu; Wagtail's own counts stay empty: the portal has a log.
ELSEWHERE = ("promoted-search-results", "search-terms")


@hooks.register("insert_global_admin_css")
def wear_the_portals_colours() -> SafeString:
    """Indigo instead of Wagtail's own."""
    return format_html('<link rel="stylesheet" href="{}">', static("portal/css/admin.css"))


@hooks.register("construct_homepage_panels")
def say_where_to_begin(request: HttpRequest, panels: list[Any]) -> None:
    """Above what Wagtail shows of somebody's own work."""
    panels.insert(0, StartPanel())


@hooks.register("register_help_menu_item")
def lead_to_the_handbook() -> MenuItem:
    """The portal's own handbook, in Thai."""
    return MenuItem(_("Handbook"), reverse("help"), name="handbook", icon_name="help", order=100)


@hooks.register("construct_help_menu")
def leave_out_foreign_help(request: HttpRequest, items: list[Any]) -> None:
    """News of Wagtail's releases is not for editors."""
    items[:] = [item for item in items if not item.name.startswith(FOREIGN_HELP)]


@hooks.register("construct_settings_menu")
@hooks.register("construct_reports_menu")
def leave_out_what_stands_elsewhere(request: HttpRequest, items: list[Any]) -> None:
    """One thing, one entry; and an entry promises something."""
    items[:] = [item for item in items if item.name not in ELSEWHERE]
