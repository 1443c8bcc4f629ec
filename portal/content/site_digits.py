"""In which digits the portal numbers what it counts itself: the one place that decides."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest

from portal.preferences import preferences
from portal.thai.digits import to_thai

from .models import OfficeSettings

Digits = Callable[[str], str]  # writes a number in the digits of this visitor


def site_digits(request: HttpRequest | None) -> Digits:
    """As the visitor chose; who chose nothing sees parts, steps and chapters numbered as the office does."""
    if request is None:
        return str
    chosen = preferences(request).digits
    is_thai = chosen == "thai" if chosen else OfficeSettings.for_request(request).has_thai_digits
    return to_thai if is_thai else str
