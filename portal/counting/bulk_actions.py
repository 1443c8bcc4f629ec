"""Approve or refuse many uses in class at once."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from .models import ClassUse


class DecideBulkAction(SnippetBulkAction):
    """Gives the chosen uses another state, one by one, so that the sums follow."""

    models: ClassVar[list] = [ClassUse]
    template_name = "counting/admin/decide.html"
    state: ClassVar[str] = ""

    def check_perm(self, snippet: ClassUse) -> bool:
        """Who may change a use may decide about it."""
        return self.request.user.has_perm("counting.change_classuse")

    @classmethod
    def execute_action(cls, objects: list[ClassUse], **kwargs: Any) -> tuple[int, int]:
        """How many were decided."""
        user = kwargs["self"].request.user
        for use in objects:
            use.state, use.decided_at, use.decided_by = cls.state, timezone.now(), user
            use.save()
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """What was done."""
        return ngettext("%(number)s use was decided.", "%(number)s uses were decided.", num_parent_objects) % {
            "number": num_parent_objects
        }
