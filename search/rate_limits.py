"""How often one address may ask: whoever floods the search is told to wait, and nothing about them is kept."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from django.conf import settings
from django.utils.module_loading import import_string
from django_ratelimit.core import get_usage

if TYPE_CHECKING:
    from django.http import HttpRequest

Limit: TypeAlias = Literal["search", "suggest", "page"]
_RATES: Final[dict[Limit, str]] = {
    "search": "API_SEARCH_RATE",
    "suggest": "API_SUGGEST_RATE",
    "page": "SEARCH_PAGE_RATE",
}


def seconds_to_wait(request: HttpRequest, limit: Limit) -> int:
    """Count this request; 0 when it may be answered, else the seconds until the next one may.

    The rates are settings (`120/m`); counts are kept in the cache for a minute, under a hash of the address."""
    usage = get_usage(
        request, group=f"search.{limit}", key=_client, rate=getattr(settings, _RATES[limit]), increment=True
    )
    if usage is None or not usage["should_limit"]:
        return 0
    return max(1, int(usage["time_left"]))


def _client(group: str, request: HttpRequest) -> str:
    """The visitor's address as the sign-in's lock sees it; of IPv6 the network that one household has."""
    of_request: Any = getattr(settings, "AXES_CLIENT_IP_CALLABLE", None)
    seen = import_string(of_request)(request) if of_request else request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(seen)
    except ValueError:
        return "unknown"  # a server behind a socket that is not told of its proxy: all share one count
    return str(ip_network(f"{address}/64", strict=False)) if isinstance(address, IPv6Address) else str(address)
