"""`SEARCH_URL` -> backend."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .base import SearchBackend


def get_backend(url: str = "") -> SearchBackend:
    """The engine named by `url`, or else by `SEARCH_URL`; an unknown scheme is a mistake in the settings."""
    return _backend(url or settings.SEARCH_URL, str(settings.DATA_DIR))


@lru_cache(maxsize=8)
def _backend(url: str, data: str) -> SearchBackend:
    parts = urlsplit(url)
    if parts.scheme == "embedded":
        from .embedded import EmbeddedBackend

        return EmbeddedBackend(Path(unquote(parts.path)) if parts.path.strip("/") else Path(data) / "search")
    raise ImproperlyConfigured(f"SEARCH_URL starts with {parts.scheme!r}; known: embedded, http, https")
