"""What the frame of every public page shows: the menu, how the visitor reads, and one's own places."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal.accounts.links import account_links
from portal.content.models import OfficeSettings
from portal.menu import menu
from portal.preferences import preferences


def site_furniture(request: HttpRequest) -> dict[str, Any]:
    """Lazy, so that the admin's pages, which have another frame, cost nothing."""
    return {
        "office": SimpleLazyObject(lambda: OfficeSettings.for_request(request)),
        "main_menu": SimpleLazyObject(lambda: menu(request)),
        "reader": SimpleLazyObject(lambda: preferences(request)),
        "account_links": SimpleLazyObject(lambda: account_links(request)),
    }
