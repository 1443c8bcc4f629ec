"""Answers anonymous visitors from memory, as long as nothing has changed that they could see."""

from __future__ import annotations

from collections.abc import Callable
from time import time
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from wagtail.models import Site

from . import clock, generation
from .asking import Key, Watched, key_of, known_cookies
from .kept import Kept, keep, mark, unchanged
from .store import Store

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase

KEPT_STATUS: Final = frozenset({200, 404, 410})
# What the key holds, or what keeps a request away from what is kept.
KNOWN_VARY: Final = frozenset({"cookie", "accept-encoding", "hx-request"})
PRIVATE: Final = "private, no-cache"
_CONDITIONS: Final = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")


class PageCacheMiddleware:
    """Stands before everything that costs something. `PAGE_CACHE_MEGABYTES = 0` keeps nothing; the headers stay."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.store: Store[Kept] = Store(settings.PAGE_CACHE_MEGABYTES * 1024 * 1024)
        self._cookies = known_cookies()
        self._seen: int | None = None

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """A kept answer, or a new one that is kept if it may be."""
        key = key_of(request)
        if key is None:
            return _for_one(self.get_response(request), request)
        number = self._generation()
        if number is not None:
            vars(request)["generation"] = number
        kept = None if number is None else self.store.get(number, key)
        if kept is not None and kept.until > time():
            return kept.answer(request)
        return self._made(request, key, number)

    def _generation(self) -> int | None:
        """None when nothing is kept: switched off, or a database that does not answer, which the page will say."""
        if not settings.PAGE_CACHE_MEGABYTES:
            return None
        try:
            number = generation.current()
        except DatabaseError:
            return None
        if number != self._seen:  # Wagtail keeps the addresses of sites an hour in each process
            self._seen = number
            Site.clear_site_root_paths_cache()
        return number

    def _made(self, request: HttpRequest, key: Key, number: int | None) -> HttpResponseBase:
        conditions: dict[str, Any] = {name: request.META.pop(name) for name in _CONDITIONS if name in request.META}
        cookies = request.COOKIES = Watched(request.COOKIES)
        response = self.get_response(request)
        request.META.update(conditions)
        if not isinstance(response, HttpResponse) or not _is_for_all(response, cookies.asked - self._cookies):
            return _for_one(response, request)
        mark(response)
        if request.method == "HEAD":
            return response
        if number is not None and (shelf := _shelf(response, request, key)):
            return self._kept(request, response, key, number, shelf)
        return unchanged(request, response, response.headers["ETag"], int(time()))

    def _kept(self, request: HttpRequest, response: HttpResponse, key: Key, number: int, shelf: str) -> HttpResponse:
        patch_vary_headers(response, ["Accept-Encoding"])
        # A page that was not there is asked for once, by mistake or by machines: packing it costs more than it saves.
        kept = keep(
            response,
            until=clock.until(number),
            packs=shelf != "missing",
            also=getattr(response, "also_when_kept", None),
        )
        self.store.put(number, shelf, key, kept, kept.size)
        return kept.given(request, response)


def _is_for_all(response: HttpResponse, unknown_cookies: set[str]) -> bool:
    """Whether every anonymous visitor may have this answer."""
    if response.status_code not in KEPT_STATUS or response.streaming or response.cookies or unknown_cookies:
        return False
    controls = response.get("Cache-Control", "").lower()
    if "private" in controls or "no-store" in controls or response.has_header("Content-Encoding"):
        return False
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",")} - {""}
    if not varies <= KNOWN_VARY or "nonce-" in response.get("Content-Security-Policy", ""):
        return False
    return b"csrfmiddlewaretoken" not in response.content  # a form that belongs to one visitor


def _shelf(response: HttpResponse, request: HttpRequest, key: Key) -> str:
    """Where it is kept; nowhere for an address with a query that its view does not know."""
    if settings.DEBUG and response.status_code == 404:
        return ""
    has_foreign = key.query != request.META.get("QUERY_STRING", "")
    if has_foreign or (key.query and not getattr(response, "knows_its_query", False)):
        return ""
    if response.status_code == 404:
        return "missing"
    return "question" if key.query else "page"


def _for_one(response: HttpResponseBase, request: HttpRequest) -> HttpResponseBase:
    """What is not for everybody says so, where it says nothing yet."""
    is_public_file = request.path_info.startswith(("/static/", "/media/"))
    if (
        not response.has_header("Cache-Control")
        and not is_public_file
        and settings.SESSION_COOKIE_NAME in request.COOKIES
    ):
        response.headers["Cache-Control"] = PRIVATE
    return response
