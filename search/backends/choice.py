"""`SEARCH_URL` -> backend."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .base import SearchBackend


def get_backend() -> SearchBackend:
    """The engine named by `SEARCH_URL`; an unknown scheme is a mistake in the settings."""
    scheme = urlsplit(settings.SEARCH_URL).scheme
    if scheme == "database":
        from .database import DatabaseBackend

        return DatabaseBackend()
    raise ImproperlyConfigured(f"SEARCH_URL starts with {scheme!r}; known: database://")
