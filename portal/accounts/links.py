"""What somebody who signed in finds in the frame of every page: apps bring it by the hook `register_account_links`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks

if TYPE_CHECKING:
    from django.utils.functional import Promise

HOOK = "register_account_links"


@dataclass(frozen=True, slots=True)
class AccountLink:
    """A place of one's own: what it is called, and where it is."""

    label: str | Promise
    url: str


def account_links(request: HttpRequest) -> list[AccountLink]:
    """What the hooks bring for the person of this request; each hook takes the request and returns a list."""
    if not request.user.is_authenticated:
        return []
    return [link for bring in hooks.get_hooks(HOOK) for link in bring(request)]


def start_of(request: HttpRequest) -> str:
    """Where somebody begins who has just signed in: the admin, else the first place of one's own, else home."""
    if request.user.has_perm("wagtailadmin.access_admin"):
        return reverse("wagtailadmin_home")
    return next((link.url for link in account_links(request)), "/")
