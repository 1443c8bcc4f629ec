"""Who of the office may do what with what visitors send."""

from __future__ import annotations

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class ReceivedPolicy(ModelPermissionPolicy):
    """As Wagtail, but nobody of the office adds what a visitor says."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """By the rights of the model, without adding."""
        return action != "add" and super().user_has_permission(user, action)
