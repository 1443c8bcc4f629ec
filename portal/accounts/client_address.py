"""Where a request comes from, for the lock after many wrong passwords."""

from __future__ import annotations

from ipaddress import ip_address

from django.http import HttpRequest


def behind_proxy(request: HttpRequest) -> str:
    """The address that our own proxy saw: the last of `X-Forwarded-For`. Those before it anybody may have written."""
    seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(seen))
    except ValueError:
        return str(request.META.get("REMOTE_ADDR", ""))
