"""The printable report of a year, for those who edit pages."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .aging import may_see_pages
from .periods import NAMES, Period, period_of, read_period
from .yearly import first_moment, year_report


@require_safe
def yearly(request: HttpRequest) -> HttpResponse:
    """`/admin/reports/year/?kind=fiscal&year=2569`; the year of today at first."""
    if not may_see_pages(request.user):
        raise PermissionDenied
    today = timezone.localdate()
    period = read_period(request.GET.get("kind", ""), request.GET.get("year", ""), today)
    context = {
        "report": year_report(period),
        "period": period,
        "kinds": NAMES.items(),
        "years": _years(period),
        "today": today,
    }
    return render(request, "statistics/yearly.html", context)


def _years(period: Period) -> list[int]:
    """From the first publication to this year, the newest first; the chosen one is always there."""
    today, first = timezone.localdate(), first_moment()
    newest = max(period_of(today, kind).year for kind in NAMES)
    oldest = min(period_of(timezone.localdate(first), kind).year for kind in NAMES) if first else newest
    return sorted({*range(oldest, newest + 1), period.year}, reverse=True)
