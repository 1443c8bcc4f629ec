"""The week's questions that found nothing, where one begins in the admin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from .questions import failed_questions, since
from .remedies import may_teach, remedies

MOST = 5
DAYS = 7


class FailedPanel(Component):
    """For those who may do something about them; nothing when nothing failed."""

    name = "failed_questions"
    template_name = "search/admin/failed_panel.html"
    order = 90

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The most frequent ones, with what can be done."""
        user = parent_context["request"].user
        if not user.has_perm("search.view_searchedquery") or not may_teach(user):
            return {"failed": []}
        rows = failed_questions().filter(day__gte=since(DAYS)).order_by("-misses", "text")[:MOST]
        failed = [
            {"question": row["text"], "misses": row["misses"], "remedies": remedies(row["text"], user)} for row in rows
        ]
        return {"failed": failed}
