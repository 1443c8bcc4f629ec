"""The results page, its part that changes while somebody types or filters, and what makes browsers search here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe
from django_htmx.http import push_url, replace_url

from portal.content.models import OfficeSettings
from portal.thai.segment import words

from . import answering, log
from .backends import SearchUnavailable
from .documents import Notice, Results
from .forms import Asked, read
from .links import address_of
from .presenting import present
from .rate_limits import seconds_to_wait

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest

    from .documents import SearchQuery

# The longest names that the OpenSearch description allows, in letters.
_SHORT_NAME: Final = 16
_LONG_NAME: Final = 48


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a request asked for and got; `is_down`: the engine does not answer."""

    query: SearchQuery
    results: Results
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
            "is_down": self.is_down,
            "shown": present(self.query, self.results),
        }


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Results for `?q=…&<filter>=…&sort=date&page=N`. When the engine is down the page says so, with 503."""
    if wait := seconds_to_wait(request, "page"):
        return _told_to_wait(request, "search/results.html", wait)
    shown = _answered(read(request.GET))
    if _is_new_question(shown):
        log.note(shown.meant, shown.results.total, request.headers.get("User-Agent", ""))
    return render(request, "search/results.html", shown.context, status=shown.status)


@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The changing parts of the results page, for htmx; typing replaces the address, a choice is a step to go back."""
    if wait := seconds_to_wait(request, "page"):
        return _told_to_wait(request, "search/live.html", wait)
    shown = _answered(read(request.GET))
    response = render(request, "search/live.html", shown.context, status=shown.status)
    is_typing = request.headers.get("HX-Trigger-Name") == "q"
    patch_cache_control(response, no_store=True)
    return (replace_url if is_typing else push_url)(response, address_of(shown.query))


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


def _answered(asked: Asked) -> _Shown:
    query = asked.query
    try:
        results = answering.answer(query)
    except SearchUnavailable:
        return _Shown(query, Results(), is_down=True)
    if asked.is_cut and all(notice.kind != "cut" for notice in results.notices):
        results = replace(results, notices=(Notice("cut"), *results.notices))
    return _Shown(query, results)


def _told_to_wait(request: HttpRequest, template: str, seconds: int) -> HttpResponse:
    context = {**_Shown(read(request.GET).query, Results()).context, "wait": seconds}
    response = render(request, template, context, status=429)
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
