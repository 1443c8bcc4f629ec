"""Where a request comes from, for the lock after many wrong passwords and for limits."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string


def behind_proxy(request: HttpRequest) -> str:
    """The address that our own proxy saw: the last of `X-Forwarded-For`. Those before it anybody may have written."""
    seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(seen))
    except ValueError:
        return str(request.META.get("REMOTE_ADDR", ""))


def client_address(request: HttpRequest) -> str:
    """The address that the sign-in's lock counts by."""
    of_request: Any = getattr(settings, "AXES_CLIENT_IP_CALLABLE", None)
    return str(import_string(of_request)(request) if of_request else request.META.get("REMOTE_ADDR", ""))


def address_of(request: HttpRequest) -> str:
    """The same for limits and counts: of IPv6 the network that one household has."""
    try:
        address = ip_address(client_address(request))
    except ValueError:
        return "unknown"  # a server behind a socket that is not told of its proxy: all share one count
    return str(ip_network(f"{address}/64", strict=False)) if isinstance(address, IPv6Address) else str(address)
