"""What the review adds to the admin: what waits on the first screen, an entry in the menu, words for the history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.admin.widgets import Button

from innovations.models import WorkPage
from innovations.models.review.tasks import works_left_out
from portal.accounts.links import HOOK, AccountLink
from portal.plugins.activation import is_active

from .access import may_decide_withdrawal
from .queue import asked_withdrawals, count_waiting
from .requests import SignedInRequest


class WaitingPanel(Component):
    """How many works wait for who signed in."""

    name = "review"
    template_name = "innovations/review/dashboard.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Nothing is shown where nothing waits."""
        user = parent_context["request"].user
        return {"waiting": count_waiting(user), "withdrawals": len(asked_withdrawals(user))}


class OthersToModeratePanel(WorkflowObjectsToModeratePanel):
    """Wagtail's list of what waits, without works: there may be hundreds, and they have a queue of their own."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Pages of other kinds."""
        with works_left_out():
            context: dict[str, Any] = super().get_context_data(parent_context)
        return context


def connect() -> None:
    """Register the hooks; done once, when the apps are ready."""
    hooks.register("construct_homepage_panels", _add_panel)
    hooks.register("register_admin_menu_item", _menu_item)
    hooks.register("register_log_actions", _name_actions)
    hooks.register("register_page_header_buttons", _withdraw_button)
    hooks.register(HOOK, links_of)


def links_of(request: SignedInRequest) -> list[AccountLink]:
    """The way to the queue in the frame of every page, for who was ever asked to review."""
    if not is_active("innovations"):
        return []
    waiting = count_waiting(request.user)
    if not waiting and not request.user.review_states.exists():
        return []
    label = format_lazy("{} ({})", _("To score"), waiting) if waiting else _("To score")
    return [AccountLink(label, reverse("review_queue"))]


def _add_panel(request: HttpRequest, panels: list[Any]) -> None:
    others = [OthersToModeratePanel() if type(one) is WorkflowObjectsToModeratePanel else one for one in panels]
    panels[:] = [WaitingPanel(), *others]


def _withdraw_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Withdraw a published work, or put it back."""
    if page.live and isinstance(page.specific_deferred, WorkPage):
        work = WorkPage.objects.get(pk=page.pk)
        if may_decide_withdrawal(user, work):
            label = _("Put back") if work.withdrawn_at else _("Withdraw")
            yield Button(label, reverse("withdraw_work", args=[page.pk]), icon_name="download", priority=65)


def _menu_item() -> MenuItem:
    return MenuItem(_("To score"), reverse("review_queue"), name="review-queue", icon_name="tasks", order=255)


def _name_actions(actions: Any) -> None:
    actions.register_action("innovations.withdraw", _("Withdraw"), _("Withdrawn by the office"))
    actions.register_action("innovations.restore", _("Put back"), _("Put back by the office"))
