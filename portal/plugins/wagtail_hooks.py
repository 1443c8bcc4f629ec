"""Where the plugin system meets Wagtail: the control panel's address, and pages whose plugin is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import ListingButton

from .control_panel import PERMISSION, SWITCH_OFF, SWITCH_ON, PluginListView, SwitchView
from .removed import is_removed, plugin_label, removed_pages

if TYPE_CHECKING:
    from wagtail.log_actions import LogActionRegistry
    from wagtail.models import Page, PageQuerySet


class PanelMenuItem(MenuItem):
    """The panel's entry in the settings menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        """For those who may switch plugins."""
        return bool(request.user.has_perm(PERMISSION))


@hooks.register("register_admin_urls")
def register_panel() -> list[URLResolver]:
    """`/admin/extensions/`."""
    views = [
        path("", PluginListView.as_view(), name="index"),
        path("<str:label>/", SwitchView.as_view(), name="switch"),
    ]
    return [path("extensions/", include((views, "portal_plugins")))]


@hooks.register("register_settings_menu_item")
def register_panel_menu_item() -> PanelMenuItem:
    """Settings > Extensions."""
    return PanelMenuItem(
        _("Extensions"), reverse("portal_plugins:index"), name="extensions", icon_name="cogs", order=650
    )


@hooks.register("register_permissions")
def register_panel_permission() -> QuerySet[Permission]:
    """A permission that a group may be given."""
    app_label, codename = PERMISSION.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)


@hooks.register("register_log_actions")
def register_switching(actions: LogActionRegistry) -> None:
    """Who switched what is in the site history."""
    actions.register_action(SWITCH_OFF, _("Switch off extension"), _("Extension switched off"))
    actions.register_action(SWITCH_ON, _("Switch on extension"), _("Extension switched on"))


@hooks.register("before_serve_page")
def hide_removed(page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]) -> None:
    """A page whose plugin is gone does not exist for visitors; Wagtail would show its bare title."""
    if is_removed(page):
        raise Http404(f"The plugin {plugin_label(page)!r} of this page is not installed.")


@hooks.register("construct_explorer_page_queryset")
def explain_removed(parent: Page, pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Say above the list why pages in it cannot be opened."""
    match = request.resolver_match
    is_list = match is not None and match.url_name in ("wagtailadmin_explore", "wagtailadmin_explore_root")
    if is_list and (is_removed(parent) or removed_pages().child_of(parent).exists()):
        messages.warning(
            request,
            _(
                "Some pages here belong to an extension that has been removed. Visitors do not see them, and they "
                "cannot be changed until the extension is installed again."
            ),
            buttons=_panel_button(request),
        )
    return pages


@hooks.register("construct_page_listing_buttons")
def explain_instead_of_offering(buttons: list[Any], page: Page, user: Any, context: Any) -> None:
    """One button that says why, instead of many that cannot work."""
    if is_removed(page):
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        buttons[:] = [ListingButton(_("Extension removed"), url=url, icon_name="warning", priority=10)]


def _panel_button(request: HttpRequest) -> list[Any]:
    if not request.user.has_perm(PERMISSION):
        return []
    return [messages.button(reverse("portal_plugins:index"), _("Extensions"))]
