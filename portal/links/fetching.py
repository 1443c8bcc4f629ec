"""One link -> how it answers: a HEAD, a GET where that is not understood, redirects one by one, nothing read."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin, urlsplit

import httpx
from django.conf import settings

from .guard import Destination, Guard, NoSuchSite, NotAllowed
from .models import Reason, State

REDIRECTS: Final = 5
TIMEOUT: Final = httpx.Timeout(5.0, connect=4.0)
_GONE: Final = {404, 410}
_REFUSING: Final = {401, 402, 403, 407, 429, 451, 503, 999}
_ASK_WITH_GET: Final = {400, 403, 404, 405, 406, 410, 500, 501, 503}  # many a server does not know HEAD


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of the link now; `is_reached`: some server answered, so the network is not what is broken."""

    state: State
    reason: Reason = Reason.NONE
    status: int | None = None
    is_reached: bool = True


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Opens addresses that the guard allows."""

    guard: Guard = field(default_factory=Guard)

    def answer(self, url: str) -> Answer:
        """How `url` answers in the end. Raises nothing."""
        try:
            status = self._status(url, "HEAD")
            if status in _ASK_WITH_GET:
                status = self._status(url, "GET")
        except NotAllowed:
            return Answer(State.UNCLEAR, Reason.NOT_ALLOWED)
        except NoSuchSite:
            return Answer(State.BROKEN, Reason.NO_SITE, is_reached=False)
        except httpx.TooManyRedirects:
            return Answer(State.BROKEN, Reason.LOOP)
        except httpx.TimeoutException:
            return Answer(State.BROKEN, Reason.TOO_SLOW, is_reached=False)
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError) as error:
            return _failed(error)
        return judged(status)

    def _status(self, url: str, method: str) -> int:
        for _step in range(REDIRECTS + 1):
            response = _request(self.guard.destination(url), url, method)
            target = response.headers.get("location", "")
            if not response.is_redirect or not target:
                return response.status_code
            url = urljoin(url, target)
        raise httpx.TooManyRedirects(url)


def _request(to: Destination, url: str, method: str) -> httpx.Response:
    """Connect to the address that was looked at; name and certificate are still those of the site."""
    host = f"[{to.address}]" if to.address.version == 6 else str(to.address)
    parts = urlsplit(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    name = to.host.encode("idna").decode() if not to.host.isascii() else to.host
    shown = f"[{name}]" if ":" in name else name
    usual = to.port == (443 if to.scheme == "https" else 80)
    headers = {"Host": shown if usual else f"{shown}:{to.port}", **manners()}
    with httpx.Client(timeout=TIMEOUT, trust_env=False, follow_redirects=False) as client:
        request = client.build_request(
            method, f"{to.scheme}://{host}:{to.port}{path}", headers=headers, extensions={"sni_hostname": name}
        )
        response = client.send(request, stream=True)
        response.close()  # nothing of the body is read
    return response


def manners() -> Mapping[str, str]:
    """Who asks, and where that can be read up."""
    agent = f"SupervisionPortalLinkBot/1.0 (+{settings.WAGTAILADMIN_BASE_URL})"
    return {"User-Agent": agent, "Accept": "*/*", "Connection": "close"}


def _failed(error: Exception) -> Answer:
    is_certificate = "certificate" in str(error).lower()
    if is_certificate:
        return Answer(State.BROKEN, Reason.CERTIFICATE)
    return Answer(State.BROKEN, Reason.NO_ANSWER, is_reached=False)


def judged(status: int) -> Answer:
    if status < 400:
        return Answer(State.GOOD, status=status)
    if status in _GONE:
        return Answer(State.BROKEN, Reason.GONE, status)
    if status in _REFUSING:
        return Answer(State.UNCLEAR, Reason.REFUSED, status)
    return Answer(State.BROKEN, Reason.SITE_ERROR, status)
