"""How often one address may ask: whoever floods the search is told to wait, and nothing about them is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from django.conf import settings
from django_ratelimit.core import get_usage

from portal.accounts.client_address import address_of

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
    return address_of(request)
