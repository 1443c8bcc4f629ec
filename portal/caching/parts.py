"""What a page consists of, kept apart from who reads it: people who are signed in are served as fast as others.

A page is routed and checked as ever; only its making is spared, until the next change. `{% keep "main" %}` in the frame
of all pages says what its parts are."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import cache
from time import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.conf import settings
from django.db import DatabaseError

from . import clock, generation
from .asking import Key, anonymous, key_of_parts
from .store import Store

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

FRAME: Final = "base.html"
_ATTRIBUTE: Final = "page_parts"
Value = TypeVar("Value")


@dataclass(slots=True)
class Parts:
    """The parts of one page as rendered text, and what its view has to know of them when it makes nothing.

    `own` are those that are made each time."""

    number: int
    key: tuple[Hashable, ...]
    until: float
    is_whole: bool = False
    own: frozenset[str] = frozenset()
    texts: dict[str, str] = field(default_factory=dict)
    known: Any = None

    @property
    def size(self) -> int:
        """About so many bytes of memory: Thai letters take two in Python's."""
        return 2 * sum(map(len, self.texts.values())) + 1500


def parts_of(request: HttpRequest, kind: str = "page") -> Parts | None:
    """The parts of the page that this request asks for, all or none of them there; None where nothing is kept."""
    key = key_of_parts(request) if settings.PAGE_PARTS_MEGABYTES else None
    number = _number(request) if key else None
    if key is None or number is None:
        return None
    return _found(request, number, (kind, key))


def share_parts(request: HttpRequest, kind: str, own: frozenset[str]) -> None:
    """Have a page that says the same at every address share its parts, but for its own, which say where it is."""
    key = key_of_parts(request) if settings.PAGE_PARTS_MEGABYTES else None
    number = _number(request) if key else None
    if key is None or number is None:
        return
    parts = _found(request, number, (kind, replace(key, path="", query="")))
    parts.own = own
    _store().put(number, "page", parts.key, parts, parts.size)


def kept_value(request: HttpRequest, name: str, make: Callable[[], Value]) -> Value:
    """A small value that is the same on every page of a host: made once a change."""
    number = _number(request) if settings.PAGE_PARTS_MEGABYTES else None
    if number is None:
        return make()
    parts = _store().get(number, key := (name, request.META.get("HTTP_HOST", ""), request.is_secure()))
    if parts is None or parts.until <= time():
        parts = Parts(number, key, clock.until(number), known=make())
        _store().put(number, "page", key, parts, parts.size)
    value: Value = parts.known
    return value


def keep_parts(request: HttpRequest, response: HttpResponseBase, known: Any = None) -> None:
    """Keep what was rendered for this response, if it is a page as it should be."""
    parts: Parts | None = getattr(request, _ATTRIBUTE, None)
    if parts is None or parts.is_whole or response.status_code != 200:
        return
    if "csrfmiddlewaretoken" in parts.texts.get("main", "csrfmiddlewaretoken"):
        return
    parts.is_whole, parts.known = True, known
    _store().put(parts.number, "page", parts.key, parts, parts.size)


def part(request: HttpRequest | None, name: str, make: Callable[[], str], *, for_all: bool = True) -> str:
    """The part of that name: kept, or made and remembered. `for_all`: the same for people who are signed in."""
    parts: Parts | None = getattr(request, _ATTRIBUTE, None)
    if request is None or parts is None or name in parts.own or not (for_all or anonymous(request)):
        return make()
    text = parts.texts.get(name)
    if text is None:
        text = parts.texts[name] = make()
    return text


def _found(request: HttpRequest, number: int, key: tuple[str, Key]) -> Parts:
    found = _store().get(number, key)
    if found is None or found.until <= time():
        found = Parts(number, key, clock.until(number))
    setattr(request, _ATTRIBUTE, found)
    return found


def _number(request: HttpRequest) -> int | None:
    """Read once a request, by the page cache if that is on: before anything is made."""
    number: int | None = getattr(request, "generation", None)
    if number is None:
        try:
            number = generation.current()
        except DatabaseError:
            return None
        vars(request)["generation"] = number
    return number


@cache
def _store() -> Store[Parts]:
    return Store(settings.PAGE_PARTS_MEGABYTES * 1024 * 1024)
