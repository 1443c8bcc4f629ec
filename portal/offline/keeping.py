"""Which answers a phone may keep: the server decides, and says so in a header that the service worker obeys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import Page

HEADER: Final = "X-Offline"
YES: Final = "yes"
_NOT_TO_BE_STORED: Final = ("no-store", "private")  # what Wagtail says of pages that not everybody may read


def keep(request: HttpRequest, response: HttpResponseBase) -> None:
    """Allow a phone to keep this answer, if it is one for everybody. The middleware below looks once more."""
    stored = response.get("Cache-Control", "")
    if response.status_code == 200 and not request.user.is_authenticated and not _forbids(stored):
        response[HEADER] = YES


def keep_public_pages(serve: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Wagtail's hook `on_serve_page`, outside its check of who may read: that forbids storing what is not public."""

    def served(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponseBase:
        response = serve(page, request, args, kwargs)
        if getattr(page, "is_kept_offline", False) and request.method == "GET":
            keep(request, response)
        return response

    return served


class NothingPersonalIsKept:
    """Takes the header back from answers that set a cookie or turned out to be personal; stands outside sessions."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if HEADER in response and (response.cookies or response.status_code != 200 or is_forbidden(response)):
            del response[HEADER]
        return response


def is_forbidden(response: HttpResponseBase) -> bool:
    """Whether the answer says itself that nobody may store it."""
    return _forbids(response.get("Cache-Control", ""))


def _forbids(cache_control: str) -> bool:
    said = {part.strip().split("=")[0].lower() for part in cache_control.split(",")}
    return not said.isdisjoint(_NOT_TO_BE_STORED)
