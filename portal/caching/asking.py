"""Which requests may be answered from what is kept, and under which key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings

from portal.preferences import preferences

if TYPE_CHECKING:
    from django.http import HttpRequest

LONGEST: Final = 3200  # bytes of an address: a question of 300 Thai letters has 2,700
# What other sites add to links that lead here.
FOREIGN: Final = ("fbclid=", "gclid=", "utm_", "mc_", "igshid=", "line_", "ref=")
# Asked with one of these, the answer is another, or is for one person.
SPECIAL: Final = ("HTTP_AUTHORIZATION", "HTTP_RANGE", "HTTP_HX_REQUEST")
_FILES: Final = ("/documents/", "/held-pictures/", "/media/", "/static/")
PERSONAL: Final = ("/admin/", "/accounts/", "/healthz", "/readyz", *_FILES)


@dataclass(frozen=True, slots=True)
class Key:
    """All that an anonymous page depends on. `query` is what stands behind the question mark."""

    host: str
    is_secure: bool
    path: str
    query: str
    language: str
    preferences: str


def key_of(request: HttpRequest) -> Key | None:
    """The key of a request; None for people who are signed in, for what is sent, and for odd addresses."""
    return key_of_parts(request) if anonymous(request) and not request.path_info.startswith(PERSONAL) else None


def key_of_parts(request: HttpRequest) -> Key | None:
    """The key of what a page shows to everybody, whoever asks; None for what is sent, and for odd addresses."""
    meta = request.META
    if request.method not in ("GET", "HEAD") or any(name in meta for name in SPECIAL):
        return None
    path, query = request.path_info, meta.get("QUERY_STRING", "")
    if len(path) + len(query) > LONGEST or getattr(request, "is_preview", False):
        return None
    return Key(
        meta.get("HTTP_HOST", "").lower(),
        bool(request.is_secure()),
        path,
        _without_foreign(query),
        _language(request.COOKIES),
        preferences(request).key,
    )


def anonymous(request: HttpRequest) -> bool:
    """Whether nobody is signed in, nor has a password of a page, nor waits for a message."""
    return settings.SESSION_COOKIE_NAME not in request.COOKIES and "messages" not in request.COOKIES


def known_cookies() -> frozenset[str]:
    """Cookies that a kept page may have asked for: those of the key, and those that bring no hit or no storing."""
    from portal.preferences import CHOICES

    names = {f"reading_{name}" for name in CHOICES}
    framework = {settings.LANGUAGE_COOKIE_NAME, settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"}
    return frozenset(names | framework)


class Watched(dict[str, str]):
    """Cookies that remember who was asked for: what depends on an unknown one is kept for nobody."""

    def __init__(self, cookies: dict[str, str]) -> None:
        super().__init__(cookies)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """As of any dictionary."""
        self.asked.add(name)
        return super().get(name, default)


def _language(cookies: dict[str, str]) -> str:
    """As the language middleware chooses it."""
    chosen = cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if any(chosen == code for code, _name in settings.LANGUAGES) else settings.LANGUAGE_CODE


def _without_foreign(query: str) -> str:
    if not query:
        return ""
    return "&".join(part for part in query.split("&") if not part.startswith(FOREIGN))
