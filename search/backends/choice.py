"""`SEARCH_URL` -> backend."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.address import Credentials, EmbeddedAddress, EngineAddress, engine_address

from .base import SearchBackend


def get_backend(url: str = "") -> SearchBackend:
    """The engine named by `url`, or else by `SEARCH_URL`; one made before is given again."""
    url = url or settings.SEARCH_URL
    credentials = Credentials(
        settings.SEARCH_USER, settings.SEARCH_PASSWORD, settings.SEARCH_API_KEY, settings.SEARCH_CA_CERTS
    )
    try:
        address = engine_address(url, settings.DATA_DIR, None if url.startswith("embedded:") else credentials)
    except ValueError as error:
        raise ImproperlyConfigured(str(error)) from error
    return _backend(address)


@lru_cache(maxsize=8)
def _backend(address: EngineAddress) -> SearchBackend:
    if isinstance(address, EmbeddedAddress):
        from .embedded import EmbeddedBackend

        return EmbeddedBackend(address.folder)
    from .elastic import ElasticBackend

    return ElasticBackend(address)
