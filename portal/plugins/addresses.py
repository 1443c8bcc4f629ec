"""The first parts of addresses that the portal has taken for itself, read from its URLconf."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from .urls import PluginResolver

LITERAL = re.compile(r"\^?([a-z0-9_.-]+)")


def portal_addresses() -> frozenset[str]:
    """For example `admin`, `search`, `media`, `healthz`."""
    served = (settings.STATIC_URL, settings.MEDIA_URL)
    folders = (url.strip("/").split("/")[0] for url in served if url and "//" not in url)
    return frozenset(_first_parts(get_resolver().url_patterns)) | frozenset(folders)


def is_one_segment(prefix: str) -> bool:
    """Whether a prefix is one part of an address, and readable."""
    return re.fullmatch(r"[a-z0-9_-]+", prefix) is not None


def _first_parts(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, PluginResolver):
            continue
        literal = LITERAL.match(str(pattern.pattern))
        if literal:
            yield literal.group(1)
        elif isinstance(pattern, URLResolver) and not str(pattern.pattern):
            yield from _first_parts(pattern.url_patterns)
