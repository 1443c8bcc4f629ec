"""The way to My works in the frame of every page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.accounts.links import HOOK, AccountLink
from portal.plugins.activation import is_active

from .ownership import may_send_in


def connect() -> None:
    """Bring the link; called once at the start."""
    hooks.register(HOOK, links_of)


def links_of(request: HttpRequest) -> list[AccountLink]:
    """For those who may send in works, while the plugin is on."""
    user: Any = request.user
    if is_active("innovations") and may_send_in(user):
        return [AccountLink(_("My works"), reverse("my_works:list"))]
    return []
