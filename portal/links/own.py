"""Addresses of the portal itself: asked inside, as an anonymous visitor would, without the network."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final
from urllib.parse import quote, unquote_to_bytes, urljoin, urlsplit

from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.urls import Resolver404, resolve
from wagtail.models import Site

from .fetching import REDIRECTS, Answer, judged, manners
from .models import Reason, State

_IN_QUERIES: Final = "/?:@!$&'()*+,;=%-._~"  # letters of an address that stay as they are
_SIGN_IN: Final = {"sign_in", "wagtailadmin_login", "wagtailcore_login"}
_USUAL_PORT: Final = {"http": 80, "https": 443}


def own_places() -> frozenset[str]:
    """Host and port of every site of the portal; both usual ports where a site has one of them."""
    places: set[str] = set()
    for host, port in Site.objects.values_list("hostname", "port"):
        usual = _USUAL_PORT.values()
        places |= {f"{host.lower()}:{one}" for one in (usual if port in usual else (port,))}
    return frozenset(places)


def place_of(url: str) -> str:
    """Host and port of an address; only the host where the port is none."""
    parts = urlsplit(url)
    try:
        port = parts.port or _USUAL_PORT.get(parts.scheme.lower(), 0)
    except ValueError:
        port = 0
    return f"{parts.hostname}:{port}"


def own_answer(url: str) -> Answer:
    """What a visitor gets who follows the link; what asks for a password cannot be checked."""
    own, handler = own_places(), BaseHandler()
    handler.load_middleware()
    for _step in range(REDIRECTS + 1):
        response = handler.get_response(WSGIRequest(_environment(url)))
        target = urljoin(url, response.headers.get("Location", ""))
        if not 300 <= response.status_code < 400 or place_of(target) not in own:
            return judged(response.status_code)
        if _asks_who(target):
            return Answer(State.UNCLEAR, Reason.REFUSED, response.status_code)
        url = target
    return Answer(State.BROKEN, Reason.LOOP)


def _asks_who(url: str) -> bool:
    """Whether it is one of the forms for signing in."""
    try:
        return resolve(urlsplit(url).path).view_name in _SIGN_IN
    except Resolver404:
        return False


def _environment(url: str) -> dict[str, Any]:
    """The request as a server hands it over; who asks is known for a program, so that nothing is counted."""
    parts = urlsplit(url)
    host, _colon, port = place_of(url).rpartition(":")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(parts.path or "/").decode("latin-1"),
        "QUERY_STRING": quote(parts.query, safe=_IN_QUERIES),
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": parts.netloc.rpartition("@")[2],
        "HTTP_USER_AGENT": manners()["User-Agent"],
        "wsgi.url_scheme": parts.scheme.lower(),
        "wsgi.input": BytesIO(),
    }
