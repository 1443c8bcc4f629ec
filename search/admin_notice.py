"""Says to administrators, where they begin, that the search is behind: why, since when, and what helps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.ui.components import Component

from .draining import drain, try_again
from .health import Health, health

MAY_SEE: Final = "search.change_indexchange"
USUAL: Final = timedelta(minutes=2)  # that a change may wait without anybody having to know
SECONDS: Final = 10.0  # that trying again may take; the timer goes on


class WaitingPanel(Component):
    """Nothing while the search is well."""

    name = "search_waiting"
    template_name = "search/admin/waiting.html"
    order = 5

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """How the search is, for those who look after the portal."""
        if not parent_context["request"].user.has_perm(MAY_SEE):
            return {"health": None}
        found = health()
        return {"health": found if is_worth_saying(found) else None, "request": parent_context["request"]}


def is_worth_saying(found: Health) -> bool:
    """Whether something is wrong, or has waited for longer than usual."""
    is_old = found.oldest is not None and found.oldest < timezone.now() - USUAL
    return not found.is_well or is_old


@require_POST
def try_again_now(request: HttpRequest) -> HttpResponse:
    """Apply what waits, at once and whatever failed before, and say what came of it."""
    if not request.user.has_perm(MAY_SEE):
        raise PermissionDenied
    try_again()
    drained = drain(seconds=SECONDS)
    left = health().waiting
    if drained.unavailable:
        messages.error(
            request, _("The search still cannot be brought up to date: %(reason)s") % {"reason": drained.unavailable}
        )
    elif left:
        text = ngettext("%(count)d change still waits.", "%(count)d changes still wait.", left)
        messages.warning(request, text % {"count": left})
    else:
        messages.success(request, _("The search is up to date."))
    return redirect("wagtailadmin_home")
