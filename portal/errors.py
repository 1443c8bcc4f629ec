"""What a visitor sees when a request is wrong, when there is no page, or when the portal fails."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from portal.caching.parts import share_parts


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 400 page. It asks the request nothing: not even its host is to be trusted."""
    return HttpResponse(render_to_string("400.html"), status=400)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 404 page, with search and menu."""
    share_parts(request, "404", own=frozenset({"head", "header", "footer"}))
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """The 500 page. It asks neither the database nor the context processors: they may be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500)
