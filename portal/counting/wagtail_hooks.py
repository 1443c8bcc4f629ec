"""Uses in class on the editors' side: an entry among the reports, what waits, decisions about many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from .bulk_actions import DecideBulkAction
from .models import ClassUse

_DECIDE = "counting.change_classuse"


class ClassUseMenuItem(MenuItem):
    """For those who decide."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the list itself."""
        return request.user.has_perm(_DECIDE)


class WaitingUsesPanel(Component):
    """How many uses wait to be looked at; nothing where none does."""

    name = "waiting_uses"
    template_name = "counting/admin/waiting.html"
    order = 95

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The number, and where they are."""
        if not parent_context["request"].user.has_perm(_DECIDE):
            return {"waiting": 0}
        waiting = ClassUse.objects.filter(state=ClassUse.State.WAITING).count()
        return {"waiting": waiting, "url": f"{_list_url()}?state={ClassUse.State.WAITING}"}


@hooks.register("register_reports_menu_item")
def register_class_uses() -> MenuItem:
    """Reports > Used in class."""
    return ClassUseMenuItem(_("Used in class"), _list_url(), name="class-uses", icon_name="check", order=760)


@hooks.register("construct_homepage_panels")
def say_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    """Where one begins."""
    panels.append(WaitingUsesPanel())


@hooks.register("register_bulk_action")
class ApproveBulkAction(DecideBulkAction):
    """Show and count them."""

    display_name = _("Approve")
    aria_label = _("Approve the chosen uses")
    action_type = "approve_use"
    action_priority = 10
    state = ClassUse.State.APPROVED


@hooks.register("register_bulk_action")
class RefuseBulkAction(DecideBulkAction):
    """Neither show nor count them."""

    display_name = _("Refuse")
    aria_label = _("Refuse the chosen uses")
    action_type = "refuse_use"
    action_priority = 20
    state = ClassUse.State.REFUSED


def _list_url() -> str:
    return reverse("wagtailsnippets_counting_classuse:list")
