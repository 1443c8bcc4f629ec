"""One kept answer: made from a response, given to whoever asks, whole, packed, or as `304 Not Modified`."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from time import time
from typing import TYPE_CHECKING, Final

from django.http import HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

if TYPE_CHECKING:
    from django.http import HttpRequest

PACKED_FROM: Final = 600  # bytes; less is not worth it
PACKED: Final = ("text/", "application/json", "application/xml", "application/atom", "application/rss", "image/svg")
_LEVEL: Final = 6
_NOT_KEPT: Final = frozenset({"content-length", "date", "set-cookie"})

AlsoDo = Callable[["HttpRequest"], object]


@dataclass(slots=True)
class Kept:
    """An answer with all its headers. `until` is when it has to be made anew, in seconds since 1970; `packed` is there
    from when the first browser takes it so."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    etag: str
    modified: int
    until: float
    also: AlsoDo | None
    packs: bool
    packed: bytes = b""

    @property
    def size(self) -> int:
        """About so many bytes of memory."""
        return len(self.body) * (5 if self.packs else 4) // 4 + 1500

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The response to a request that may have it."""
        if self.also is not None:
            self.also(request)
        response = HttpResponse(self.body, status=self.status, headers=dict(self.headers))
        return self.given(request, response)

    def given(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The response with what this request takes of it: the bytes packed, none, or only that nothing has changed."""
        headers = response.headers
        if self.packs and _takes_packed(request):
            self.packed = self.packed or gzip.compress(self.body, _LEVEL, mtime=0)
            response.content = self.packed
            headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = str(len(response.content))
        if request.method == "HEAD":
            response.content = b""
        return unchanged(request, response, self.etag, self.modified)


def keep(response: HttpResponse, *, until: float, packs: bool, also: AlsoDo | None) -> Kept:
    """Take what has to be given again from a response that has its headers."""
    body = response.content
    if not response.headers["ETag"].startswith("W/"):  # the packed answer has other bytes
        response.headers["ETag"] = f"W/{response.headers['ETag']}"
    packs = packs and len(body) >= PACKED_FROM and response.get("Content-Type", "").startswith(PACKED)
    return Kept(
        response.status_code,
        tuple((name, value) for name, value in response.items() if name.lower() not in _NOT_KEPT),
        body,
        response.headers["ETag"],
        int(time()),
        until,
        also,
        packs,
    )


def mark(response: HttpResponse) -> None:
    """Say to browsers what they have, so that they need not fetch it twice; they ask each time whether it is good."""
    headers = response.headers
    headers.setdefault("ETag", f'W/"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"')
    headers.setdefault("Last-Modified", http_date(int(time())))
    headers.setdefault("Cache-Control", "public, max-age=0, must-revalidate")


def unchanged(request: HttpRequest, response: HttpResponse, etag: str, modified: int) -> HttpResponse:
    """`304 Not Modified` for whoever has this very answer already."""
    if response.status_code != 200 or not asks_whether(request):
        return response
    answered = get_conditional_response(request, etag, modified, response)
    if isinstance(answered, HttpResponseNotModified) and "Vary" in response.headers:
        answered.headers["Vary"] = response.headers["Vary"]
    return answered or response


def asks_whether(request: HttpRequest) -> bool:
    """Whether the browser has an answer already and says which."""
    return "HTTP_IF_NONE_MATCH" in request.META or "HTTP_IF_MODIFIED_SINCE" in request.META


def _takes_packed(request: HttpRequest) -> bool:
    asked = request.META.get("HTTP_ACCEPT_ENCODING", "")
    return "gzip" in asked and "gzip;q=0" not in asked.replace(" ", "")
