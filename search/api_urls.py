"""The addresses of the API, under /api/."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import HttpResponsePermanentRedirect
from django.urls import URLPattern, path, re_path
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from .api.description import documentation, openapi
from .api.frame import SUGGESTIONS_KEPT, failed, framed, not_found, unavailable
from .api.operations import router
from .backends import SearchUnavailable

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from .rate_limits import Limit


class Renderer(JSONRenderer):
    """Thai as Thai: escaped it takes twice the room."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


def addresses() -> list[URLPattern]:
    """Every address under /api/; what is none of them is answered in JSON too."""
    api = NinjaAPI(version="1", openapi_url=None, docs_url=None, urls_namespace="search_api", renderer=Renderer())
    api.add_exception_handler(SearchUnavailable, unavailable)
    api.add_exception_handler(Exception, failed)
    api.add_router("", router())
    views = {str(one.pattern): one.callback for one in api.urls[0] if isinstance(one, URLPattern)}
    limits: dict[str, tuple[Limit, int]] = {
        "search/": ("search", 0),
        "suggest/": ("suggest", SUGGESTIONS_KEPT),
        "suggest/opensearch/": ("suggest", SUGGESTIONS_KEPT),
    }
    return [
        path("", partial(documentation, api=api), name="api"),
        path("openapi.json", framed(partial(openapi, api=api)), name="openapi"),
        *(
            path(route, framed(views[route], limit, max_age), name=f"api_{route.strip('/').replace('/', '_')}")
            for route, (limit, max_age) in limits.items()
        ),
        *(path(route.rstrip("/"), _with_slash) for route in limits),
        re_path(r"^(?P<rest>.*)$", framed(not_found)),
    ]


def _with_slash(request: HttpRequest) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{request.path}/" + (f"?{query}" if query else ""))


urlpatterns = addresses()
