"""The entry among the reports."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


class FeedbackMenuItem(MenuItem):
    """For those who may see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the list itself."""
        return request.user.has_perm("feedback.view_feedback") or request.user.has_perm("feedback.change_feedback")


@hooks.register("register_reports_menu_item")
def register_feedback() -> MenuItem:
    """Reports > What readers say."""
    url = reverse("wagtailsnippets_feedback_feedback:list")
    return FeedbackMenuItem(_("What readers say"), url, name="feedback", icon_name="comment", order=770)
