"""Writes a whole page in the digits that its visitor chose, whoever wrote the number: template, editor or formatter."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from portal.preferences import preferences
from portal.thai.html_digits import write_digits


class DigitsMiddleware:
    """Touches HTML for visitors who chose their digits, and nothing else; never the editors' screens."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        digits = preferences(request).digits
        if digits and isinstance(response, HttpResponse) and _is_public_html(request, response):
            response.content = write_digits(response.content.decode(response.charset), digits).encode(response.charset)
        return response


def _is_public_html(request: HttpRequest, response: HttpResponse) -> bool:
    is_html = response.headers.get("Content-Type", "").startswith("text/html")
    is_packed = response.has_header("Content-Encoding")
    return is_html and not is_packed and not request.path.startswith("/admin/")
