"""The results page, its part that changes while somebody types or filters, and what makes browsers search here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import conditional_page, require_safe
from django_htmx.http import push_url, replace_url

from portal.caching.marks import also_when_kept, keep_with_query
from portal.caching.parts import FRAME, keep_parts, parts_of
from portal.content.models import OfficeSettings
from portal.thai.segment import words

from . import answering, log_later
from .backends import SearchUnavailable
from .belonging import with_belonging
from .documents import Notice, Results
from .forms import is_understood, read
from .kept_labels import kept_labels
from .links import Door, front_door
from .presenting import present
from .rate_limits import seconds_to_wait

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest

    from .documents import SearchQuery

Counting: TypeAlias = Callable[["HttpRequest"], object]
# The longest names that the OpenSearch description allows, in letters.
_SHORT_NAME: Final = 16
_LONG_NAME: Final = 48


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a request asked for and got; `is_down`: the engine does not answer."""

    query: SearchQuery
    results: Results
    door: Door
    is_down: bool = False

    @property
    def meant(self) -> str:
        """What was searched: as typed, or as it was corrected."""
        return next((notice.shown for notice in self.results.notices if notice.shown), self.query.text)

    @property
    def status(self) -> int:
        return 503 if self.is_down else 200

    @property
    def context(self) -> dict[str, Any]:
        return {
            "query": self.query.text,
            "asked": self.query,
            "results": self.results,
            "entries": with_belonging(self.results.hits),
            "is_down": self.is_down,
            "shown": present(self.query, self.results, self.door),
        }


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results for `?q=…&<filter>=…&sort=date&page=N`. When the engine is down the page says so, with 503."""
    if wait := seconds_to_wait(request, "page"):
        return _told_to_wait(request, "search/results.html", wait, front_door(), {})
    parts = parts_of(request, "search") if is_understood(request.GET) else None
    if parts is not None and parts.is_whole:
        return _again(request, parts.known)
    shown = _answered(request, front_door())
    response = render(request, "search/results.html", shown.context, status=shown.status)
    note = partial(log_later.note, shown.meant, shown.results.total) if _is_new_question(shown) else None
    if note is not None:
        note(request)
    keep_parts(request, response, known=note)
    return _kept(request, response, note)


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The changing parts of the results page, for htmx; typing replaces the address, a choice is a step to go back."""
    return _changed_parts(request, front_door(), {})


def search_at(request: HttpRequest, door: Door, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """A page of the portal that is a search with some filters fixed: `template` with the results beside `context`.

    Its address is the address of its changing parts too: htmx says that it asks for those."""
    if request.headers.get("HX-Request") == "true":
        response = _changed_parts(request, door, context)
    elif wait := seconds_to_wait(request, "page"):
        response = _told_to_wait(request, template, wait, door, context)
    else:
        shown = _answered(request, door)
        response = _kept(request, render(request, template, {**context, **shown.context}, status=shown.status))
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
@conditional_page
def opensearch(request: HttpRequest) -> HttpResponse:
    """The OpenSearch description by which a browser adds the portal to its search engines."""
    office = OfficeSettings.for_request(request)
    names = {
        "short_name": _shortened(office.portal_name, _SHORT_NAME),
        "long_name": _shortened(f"{office.portal_name} {office.short_name}".strip(), _LONG_NAME),
        "site": f"{request.scheme}://{request.get_host()}",
    }
    return render(request, "search/opensearch.xml", names, "application/opensearchdescription+xml; charset=utf-8")


def _changed_parts(request: HttpRequest, door: Door, context: Mapping[str, Any]) -> HttpResponse:
    if wait := seconds_to_wait(request, "page"):
        return _told_to_wait(request, "search/live.html", wait, door, context)
    shown = _answered(request, door)
    response = render(request, "search/live.html", {**context, **shown.context}, status=shown.status)
    is_typing = request.headers.get("HX-Trigger-Name") == "q"
    patch_cache_control(response, no_store=True)
    return (replace_url if is_typing else push_url)(response, door.address_of(shown.query))


def _again(request: HttpRequest, note: Counting | None) -> HttpResponse:
    """The same answer as before, put together from what was kept of it; counted all the same."""
    if note is not None:
        note(request)
    return _kept(request, render(request, FRAME), note)


def _kept(request: HttpRequest, response: HttpResponse, note: Counting | None = None) -> HttpResponse:
    if note is not None:
        also_when_kept(response, note)
    return keep_with_query(response) if is_understood(request.GET) else response


def _answered(request: HttpRequest, door: Door) -> _Shown:
    asked = read(request.GET)
    query = door.entered(asked.query)
    try:
        results = answering.answer(query, kept_labels(request))
    except SearchUnavailable:
        return _Shown(query, Results(), door, is_down=True)
    if door.fixed:
        results = replace(results, recommended=())  # what is recommended may be of another kind
    if asked.is_cut and all(notice.kind != "cut" for notice in results.notices):
        results = replace(results, notices=(Notice("cut"), *results.notices))
    return _Shown(query, results, door)


def _told_to_wait(
    request: HttpRequest, template: str, seconds: int, door: Door, context: Mapping[str, Any]
) -> HttpResponse:
    shown = _Shown(read(request.GET).query, Results(), door)
    response = render(request, template, {**context, **shown.context, "wait": seconds}, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def _is_new_question(shown: _Shown) -> bool:
    """Filters, sorting and further pages ask the same question again; their totals say nothing about it."""
    query = shown.query
    is_plain = query.page == 1 and query.sort == "relevance" and not query.chosen
    return bool(query.text) and is_plain and not shown.is_down


def _shortened(name: str, letters: int) -> str:
    """As many whole words of a name as fit."""
    kept = ""
    for word in words(name):
        if len(kept + word) > letters:
            break
        kept += word
    return kept.strip() or name[:letters]
