"""Who may see the reports of works: those who publish pages; and never the review of what is one's own."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry

from innovations.models import ReviewState
from portal.exports import ThaiSpreadsheetMixin

PERSONS = _("people")


def may_see_reports(user: Any) -> bool:
    """Moderators and administrators."""
    return bool(policy_registry.get_by_type(Page).user_has_any_permission(user, ["publish"]))


def open_states(user: Any) -> QuerySet[ReviewState]:
    """The steps that somebody still has to take; owners and authors do not see who reviews their own works."""
    states: QuerySet[ReviewState] = ReviewState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    return states.exclude(barred=user)


class ForModerators(ThaiSpreadsheetMixin):
    """Before Wagtail's `ReportView`."""

    permission_required = "view"

    def user_has_permission(self, permission: str) -> bool:
        """As in the menu."""
        return may_see_reports(self.request.user)  # type: ignore[attr-defined]
