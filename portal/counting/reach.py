"""How far a page reaches: sums, months, and where it was used in class."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from portal.content.models import KnowledgePage
from portal.content.shown import facts_of

from .models import ClassUse, PageDay

MONTHS: Final = 12
LATEST: Final = 3


@dataclass(frozen=True, slots=True)
class Month:
    """A month, by its first day; `share` is its views in percent of the best month's."""

    first: date
    views: int
    downloads: int
    share: int


@dataclass(frozen=True, slots=True)
class Uses:
    """Approved uses in class: how many, in how many schools and networks, and the latest."""

    times: int
    schools: int
    networks: int
    latest: tuple[ClassUse, ...]


@dataclass(frozen=True, slots=True)
class NetworkUse:
    """A network (empty: schools of elsewhere), how often and in how many schools a page was used there."""

    name: str
    times: int
    schools: int


@dataclass(frozen=True, slots=True)
class Reach:
    """What authors see of their work."""

    views: int
    downloads: int
    uses: int
    months: tuple[Month, ...]
    networks: tuple[NetworkUse, ...]


def reach_of(page: KnowledgePage) -> Reach:
    """The reach of a page, in three queries. Ask who may see it first: `may_see_reach`."""
    facts = facts_of(page)
    return Reach(facts.views, facts.downloads, facts.uses, months_of(page), networks_of(page))


def months_of(page: KnowledgePage) -> tuple[Month, ...]:
    """The last twelve months, the oldest first; those before the first count are left out."""
    starts = _month_starts(timezone.localdate())
    rows = (
        PageDay.objects.filter(page=page, day__gte=starts[0])
        .annotate(month=TruncMonth("day"))
        .values("month")
        .annotate(views_then=Sum("views"), downloads_then=Sum("downloads"))
    )
    counted = {row["month"]: (row["views_then"], row["downloads_then"]) for row in rows}
    if not counted:
        return ()
    most = max(views for views, _downloads in counted.values()) or 1
    shown = [start for start in starts if start >= min(counted)]
    none = (0, 0)
    return tuple(
        Month(start, *counted.get(start, none), share=round(100 * counted.get(start, none)[0] / most))
        for start in shown
    )


def networks_of(page: KnowledgePage) -> tuple[NetworkUse, ...]:
    """Where it was used, the network with most uses first."""
    rows = (
        ClassUse.objects.approved()
        .filter(page=page)
        .values("school__network__name")
        .annotate(times=Count("pk"), schools=Count("school_name", distinct=True))
        .order_by("-times", "school__network__name")
    )
    return tuple(NetworkUse(row["school__network__name"] or "", row["times"], row["schools"]) for row in rows)


def uses_of(page: KnowledgePage, latest: int = LATEST) -> Uses:
    """What everybody sees of the uses in class; asked for once a page, not at all where there is none."""
    kept = page.__dict__.setdefault("_uses", {})
    if latest not in kept:
        kept[latest] = _asked(page, latest)
    return kept[latest]


def may_see_reach(user, page: KnowledgePage) -> bool:
    """The page's owner and its authors, and who works in the office."""
    if not user.is_authenticated:
        return False
    if user.pk == page.owner_id or user.has_perm("wagtailadmin.access_admin"):
        return True
    return page.authors.filter(person__user=user).exists()


def _asked(page: KnowledgePage, latest: int) -> Uses:
    times = facts_of(page).uses
    if not times:
        return Uses(0, 0, 0, ())
    approved = ClassUse.objects.approved().filter(page=page)
    counted = approved.aggregate(
        schools=Count("school_name", distinct=True), networks=Count("school__network", distinct=True)
    )
    shown = tuple(approved.select_related("school")[:latest])
    return Uses(times, counted["schools"], counted["networks"], shown)


def _month_starts(today: date) -> list[date]:
    numbers = range(today.year * 12 + today.month - MONTHS, today.year * 12 + today.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]
