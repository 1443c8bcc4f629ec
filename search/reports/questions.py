"""The questions of the log, added up over days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypeAlias

from django.db.models import Max, OuterRef, QuerySet, Subquery, Sum
from django.utils import timezone

from search.models import SearchedQuery

Rows: TypeAlias = QuerySet[Any, dict[str, Any]]  # text, times (asked), misses, last_day


def asked_questions() -> Rows:
    """Every question once; a filter by `day` counts only those days."""
    return _counted(SearchedQuery.objects.all())


def failed_questions() -> Rows:
    """Those that found nothing, and still did on the last day they were asked: what was mended leaves the list."""
    latest = SearchedQuery.objects.filter(text=OuterRef("text")).order_by("-day").values("found_nothing")[:1]
    failing = SearchedQuery.objects.annotate(last_misses=Subquery(latest)).filter(last_misses__gt=0)
    return _counted(failing).filter(misses__gt=0)


def _counted(rows: QuerySet[SearchedQuery]) -> Rows:
    counted: Any = rows.values("text").annotate(times=Sum("asked"), misses=Sum("found_nothing"), last_day=Max("day"))
    found: Rows = counted
    return found


def since(days: int) -> date:
    """The first of the last `days` days, today included."""
    return timezone.localdate() - timedelta(days=days - 1)
