"""What every answer of the API has: limits, language, headers, and errors that are JSON as well."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page

from portal.caching.marks import keep_with_query
from search.forms import is_understood
from search.rate_limits import seconds_to_wait

if TYPE_CHECKING:
    from django.http import HttpRequest

    from search.rate_limits import Limit

    View = Callable[..., HttpResponse]

logger = logging.getLogger(__name__)

ErrorCode: TypeAlias = Literal["not_found", "method_not_allowed", "too_many_requests", "unavailable", "error"]
METHODS: Final = ("GET", "HEAD", "OPTIONS")
SUGGESTIONS_KEPT: Final = 60  # seconds, by the browser that asked
WAIT_WHEN_DOWN: Final = 30  # seconds


def framed(view: View, limit: Limit | None = None, max_age: int = 0) -> View:
    """`view` for reading only, counted against a limit, in the language asked for, open to every site.

    The answers hold nothing that is not public and do not depend on who asks, so every site may read them."""

    @csrf_exempt  # nothing can be changed here: a POST is told so in JSON
    def frame(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(_language(request)):
            response = _answered(view, request, limit, *args, **kwargs)
            response.headers["Content-Language"] = translation.get_language() or settings.LANGUAGE_CODE
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["X-Robots-Tag"] = "noindex"
        if not response.has_header("Cache-Control"):
            if max_age and response.status_code == 200:
                patch_cache_control(response, private=True, max_age=max_age)
            else:
                patch_cache_control(response, no_cache=True)
        # Suggestions are as many as there are beginnings of words, and quick to make: no process keeps them.
        return keep_with_query(response) if limit == "search" and is_understood(request.GET) else response

    return frame


def error(code: ErrorCode, status: int, detail: str, **headers: str) -> JsonResponse:
    """An answer that says why there is none."""
    response = JsonResponse({"code": code, "detail": detail}, status=status, json_dumps_params={"ensure_ascii": False})
    for name, value in headers.items():
        response.headers[name.replace("_", "-")] = value
    return response


def unavailable(_request: HttpRequest, _exception: object) -> HttpResponse:
    """The engine does not answer."""
    return error(
        "unavailable",
        503,
        _("The search does not answer at the moment. Please try again in a few minutes."),
        Retry_After=str(WAIT_WHEN_DOWN),
    )


def failed(request: HttpRequest, _exception: object) -> HttpResponse:
    """A mistake of the portal: the log has it, without the question."""
    logger.exception("The API failed at %s.", request.path)
    return error("error", 500, _("Something went wrong. Please try again; if it goes on, tell the office."))


def not_found(request: HttpRequest, rest: str = "") -> HttpResponse:
    """No such operation."""
    return error("not_found", 404, _("There is nothing at this address. The operations are listed at /api/."))


def _answered(view: View, request: HttpRequest, limit: Limit | None, *args: Any, **kwargs: Any) -> HttpResponse:
    if request.method == "OPTIONS":
        allowed = ", ".join(METHODS)
        return HttpResponse(status=204, headers={"Allow": allowed, "Access-Control-Allow-Methods": allowed})
    if request.method not in METHODS:
        return error("method_not_allowed", 405, _("The API can only be read, with GET."), Allow=", ".join(METHODS))
    if limit and (seconds := seconds_to_wait(request, limit)):
        return error(
            "too_many_requests",
            429,
            _("Too many questions from your address. Please wait %(seconds)d seconds.") % {"seconds": seconds},
            Retry_After=str(seconds),
        )
    response: HttpResponse = conditional_page(_reading(view))(request, *args, **kwargs)
    return response


def _reading(view: View) -> View:
    """HEAD is worked out as GET; the server leaves the body out."""

    def read(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked, request.method = request.method, "GET"
        response = view(request, *args, **kwargs)
        request.method = asked
        return response

    return read


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("lang", "")
    return asked if asked in dict(settings.LANGUAGES) else translation.get_language() or settings.LANGUAGE_CODE
