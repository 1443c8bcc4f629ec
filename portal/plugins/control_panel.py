"""Where an administrator sees what each plugin adds, and switches it off and on again."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from .inventory import ListedPlugin, Status, find, inventory
from .models import SwitchedOffPlugin
from .removed import plugin_label, removed_plugins

PERMISSION = "portal_plugins.change_switchedoffplugin"
SWITCH_OFF, SWITCH_ON = "portal_plugins.switch_off", "portal_plugins.switch_on"


class PanelView(WagtailAdminTemplateMixin, TemplateView):
    """The frame of the panel's pages."""

    header_icon = "cogs"
    page_title = _("Extensions")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for those who may switch plugins."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home > Extensions."""
        index = {"url": reverse_lazy("portal_plugins:index"), "label": _("Extensions")}
        return [*self.breadcrumbs_items, index]


class PluginListView(PanelView):
    """All plugins with their status and what they add, and what removed ones left behind."""

    template_name = "portal_plugins/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Both lists."""
        return super().get_context_data(plugins=inventory(), removed=removed_plugins(), **kwargs)


class SwitchView(PanelView):
    """Asks before it switches, and says what will be hidden and what stays readable."""

    template_name = "portal_plugins/switch.html"

    @cached_property
    def plugin(self) -> ListedPlugin:
        """The plugin of the address, or 404."""
        plugin = find(self.kwargs["label"])
        if plugin is None:
            raise Http404(f"No plugin {self.kwargs['label']!r} is installed.")
        return plugin

    def get_page_title(self) -> str:
        """The plugin's own name."""
        return self.plugin.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home > Extensions > the plugin."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.plugin.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The plugin, and which way the switch goes."""
        is_on = self.plugin.status is Status.ACTIVE
        return super().get_context_data(plugin=self.plugin, is_on=is_on, **kwargs)

    def post(self, request: HttpRequest, label: str) -> HttpResponse:
        """Switch as the form said, and log it. Sent twice, the second time changes nothing."""
        wanted = request.POST.get("switch")
        if wanted == "off" and switch_off(self.plugin, request.user):
            messages.success(request, _("“%(name)s” is switched off.") % {"name": self.plugin.title})
        elif wanted == "on" and switch_on(self.plugin, request.user):
            messages.success(request, _("“%(name)s” is switched on.") % {"name": self.plugin.title})
        return redirect("portal_plugins:index")


class RemovedPageView(WagtailAdminTemplateMixin, TemplateView):
    """Why nothing can be done with a page whose plugin is gone."""

    template_name = "portal_plugins/removed_page.html"
    header_icon = "warning"

    def get_page_title(self) -> str:
        """The page's own title."""
        return str(self.kwargs["page"].title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home > the page."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page, its plugin's label and the way back."""
        page = self.kwargs["page"]
        parent = page.get_parent()
        return super().get_context_data(
            label=plugin_label(page),
            parent_url=reverse("wagtailadmin_explore", args=[parent.pk]) if parent else reverse("wagtailadmin_home"),
            **kwargs,
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Conflict: what was asked does not fit the state of the page."""
        return self.render_to_response(self.get_context_data(**kwargs), status=409)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As get: nothing is done."""
        return self.get(request, *args, **kwargs)


def switch_off(plugin: ListedPlugin, user: Any) -> bool:
    """Switch a plugin off for the site; whether that changed anything."""
    with transaction.atomic():
        row, is_new = SwitchedOffPlugin.objects.get_or_create(label=plugin.label, defaults={"switched_off_by": user})
        if is_new:
            log(row, SWITCH_OFF, user=user, title=plugin.title)
    return is_new


def switch_on(plugin: ListedPlugin, user: Any) -> bool:
    """Switch a plugin on again; whether that changed anything."""
    with transaction.atomic():
        row = SwitchedOffPlugin.objects.filter(label=plugin.label).first()
        if row is not None:
            log(row, SWITCH_ON, user=user, title=plugin.title)
            row.delete()
    return row is not None
