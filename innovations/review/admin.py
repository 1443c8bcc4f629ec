"""What the review adds to the admin: what waits on the first screen, an entry in the menu, words for the history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from .queue import asked_withdrawals, count_waiting


class WaitingPanel(Component):
    """How many works wait for who signed in."""

    name = "review"
    template_name = "innovations/review/dashboard.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Nothing is shown where nothing waits."""
        user = parent_context["request"].user
        return {"waiting": count_waiting(user), "withdrawals": len(asked_withdrawals(user))}


def connect() -> None:
    """Register the hooks; done once, when the apps are ready."""
    hooks.register("construct_homepage_panels", _add_panel)
    hooks.register("register_admin_menu_item", _menu_item)
    hooks.register("register_log_actions", _name_actions)


def _add_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.insert(0, WaitingPanel())


def _menu_item() -> MenuItem:
    return MenuItem(_("To score"), reverse("review_queue"), name="review-queue", icon_name="tasks", order=255)


def _name_actions(actions: Any) -> None:
    actions.register_action("innovations.withdraw", _("Withdraw"), _("Withdrawn by the office"))
    actions.register_action("innovations.restore", _("Put back"), _("Put back by the office"))
