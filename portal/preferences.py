"""How a visitor likes to read: digits, size of the text, light or dark.

Kept in three small cookies that say nothing about who reads, so that no banner has to ask for them. Whoever shows a
page, or keeps one for the next visitor, asks `preferences`."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from .language import YEAR

# What may be chosen; the first of each is what a visitor sees who has chosen nothing.
CHOICES = {
    "digits": ("", "arabic", "thai"),
    "text_size": ("normal", "large", "larger"),
    "theme": ("", "light", "dark"),
}
UNCHOSEN = "as-usual"  # the empty value in an address


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a visitor chose. `digits` is "arabic", "thai" or "" (as the office writes), `text_size` "normal", "large"
    or "larger", `theme` "light", "dark" or "" (as the device)."""

    digits: str = ""
    text_size: str = "normal"
    theme: str = ""

    @property
    def key(self) -> str:
        """A short text, the same for all who chose alike: pages kept for others are kept under it."""
        return f"{self.digits}.{self.text_size}.{self.theme}"


def preferences(request: HttpRequest) -> Preferences:
    """What the visitor's cookies say; what is unknown counts as not chosen."""
    return Preferences(**{name: _chosen(request, name) for name in CHOICES})


def reading_settings(request: HttpRequest) -> HttpResponse:
    """The page of choices. `?next=` is where the visitor came from."""
    return render(request, "reading/settings.html", {"back": _way_back(request), "chosen": preferences(request)})


def choose_preference(request: HttpRequest, name: str, value: str) -> HttpResponse:
    """Keep one choice and lead back to the page of choices, which shows it at once."""
    wanted = "" if value == UNCHOSEN else value
    if wanted not in CHOICES.get(name, ()):
        raise Http404
    response = HttpResponseRedirect(reverse("reading_settings", query={"next": _way_back(request)}))
    if wanted == CHOICES[name][0]:
        response.delete_cookie(_cookie(name), samesite="Lax")
    else:
        response.set_cookie(
            _cookie(name),
            wanted,
            max_age=YEAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def _chosen(request: HttpRequest, name: str) -> str:
    value = request.COOKIES.get(_cookie(name), "")
    return value if value in CHOICES[name] else CHOICES[name][0]


def _cookie(name: str) -> str:
    return f"reading_{name}"


def _way_back(request: HttpRequest) -> str:
    """The address in `?next=` when it is one of this site, else the home page."""
    target = request.GET.get("next", "/")
    is_ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return target if is_ours else "/"
