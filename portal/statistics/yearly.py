"""What a year brought, in numbers: published, by whom, read, used. Apps add what only they know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Min, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from portal.content.models import LEVELS, LearningArea, SchoolNetwork
from portal.counting.models import ClassUse, PageDay
from portal.plugins.registry import search_sources
from search.reading import readable_pages

from .periods import Period

if TYPE_CHECKING:
    from django.db.models import QuerySet

MOST: Final = 10  # schools, and pages that were read or used most


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a table; `percent` of the longest. `notes` are further columns."""

    label: str
    total: int
    percent: str = "0%"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class YearTable:
    """A table with drawn bars. `headings`: of the label, the number, and the notes; `empty`: what is said instead;
    `is_list`: what stands there is named, not counted."""

    title: str
    headings: tuple[str, ...]
    bars: tuple[Bar, ...]
    empty: str = ""
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class YearReport:
    """All that is printed."""

    period: Period
    figures: tuple[tuple[str, int], ...]
    sentences: tuple[str, ...]
    tables: tuple[YearTable, ...]


def year_report(period: Period) -> YearReport:
    """What everybody may read and was first published in these days; a fixed number of queries."""
    pages = published_in(period)
    made = _Made(period, list(pages.values_list("pk", "content_type")))
    return YearReport(period, made.figures(), tuple(made.sentences()), (*made.tables(), *_brought(period)))


def published_in(period: Period) -> QuerySet[Any]:
    """The readable pages that were first published in a year."""
    begin, end = _moment(period), _moment(Period(period.kind, period.year + 1))
    pages: QuerySet[Any] = readable_pages().filter(first_published_at__gte=begin, first_published_at__lt=end)
    return pages


def first_moment() -> datetime | None:
    """When the first of today's pages was published."""
    found: datetime | None = readable_pages().aggregate(first=Min("first_published_at"))["first"]
    return found


def bars(totals: Iterable[tuple[str, int]]) -> tuple[Bar, ...]:
    """With lengths, in the order given."""
    rows = list(totals)
    largest = max((total for _label, total in rows), default=0) or 1
    return tuple(Bar(label, total, f"{100 * total / largest:.1f}%") for label, total in rows)


def _brought(period: Period) -> Iterator[YearTable]:
    """Tables of all apps whose configuration has `yearly_tables(period)`."""
    for config in apps.get_app_configs():
        if (bring := getattr(config, "yearly_tables", None)) is not None:
            yield from bring(period)


def _moment(period: Period) -> datetime:
    return timezone.make_aware(datetime.combine(period.start, time()))


class _Made:
    """The numbers of one year."""

    def __init__(self, period: Period, pages: list[tuple[int, int]]) -> None:
        self.period, self.pages = period, pages
        self.before = published_in(Period(period.kind, period.year - 1)).count()
        self.schools = self._pairs("page_schools__school__name")
        self.networks = self._networks()
        days = PageDay.objects.filter(day__gte=period.start, day__lt=period.end, page__in=readable_pages())
        self.read = days.values("page__title").annotate(views=Sum("views"), downloads=Sum("downloads"))
        self.reach = days.aggregate(views=Sum("views"), downloads=Sum("downloads"))
        uses = ClassUse.objects.approved().filter(page__in=readable_pages())
        end = _moment(Period(period.kind, period.year + 1))
        of_year = uses.filter(created_at__gte=_moment(period), created_at__lt=end)
        self.used = Counter(of_year.values_list("page__title", flat=True))

    def figures(self) -> tuple[tuple[str, int], ...]:
        return (
            (pgettext("figure", "Published"), len(self.pages)),
            (_("Schools with something published"), len({school for _page, school in self.schools})),
            (_("Views"), self.reach["views"] or 0),
            (_("Downloads"), self.reach["downloads"] or 0),
            (_("Uses in class"), sum(self.used.values())),
        )

    def sentences(self) -> Iterator[str]:
        yield self._growth()
        if top := Counter(network for _page, network in self.networks).most_common(1):
            [(network, count)] = top
            text = ngettext(
                "The network %(network)s published most: %(count)d page.",
                "The network %(network)s published most: %(count)d pages.",
                count,
            )
            yield text % {"network": network, "count": count}
        if quiet := SchoolNetwork.objects.count() - len({network for _page, network in self.networks}):
            text = ngettext(
                "%(count)d network has published nothing this year.",
                "%(count)d networks have published nothing this year.",
                quiet,
            )
            yield text % {"count": quiet}

    def _growth(self) -> str:
        total, values = len(self.pages), {"total": len(self.pages), "before": self.before}
        if total > self.before:
            return _("%(total)d pages were published, more than the %(before)d of the year before.") % values
        if total < self.before:
            return _("%(total)d pages were published, fewer than the %(before)d of the year before.") % values
        return _("%(total)d pages were published, as many as in the year before.") % values

    def tables(self) -> Iterator[YearTable]:
        published = pgettext("column", "Pages")
        yield YearTable(_("By type"), (_("Page type"), published), bars(self._kinds()))
        yield YearTable(_("By learning area"), (_("Learning area"), published), bars(self._areas()))
        yield YearTable(_("By grade level"), (_("Grade level"), published), bars(self._levels()))
        yield YearTable(_("By school network"), (_("School network"), published), bars(self._all_networks()))
        yield YearTable(
            _("Schools that published most"), (_("School"), published),
            bars(Counter(school for _page, school in self.schools).most_common(MOST)), _("No school yet."),
        )  # fmt: skip
        read = self.read.filter(views__gt=0).order_by("-views")[:MOST]
        yield YearTable(
            _("Read most"), (_("Title"), _("Views")), bars((row["page__title"], row["views"]) for row in read),
            _("Nothing was counted in this year."),
        )  # fmt: skip
        yield YearTable(
            _("Used most in class"), (_("Title"), _("Uses in class")), bars(self.used.most_common(MOST)),
            _("No use was reported in this year."),
        )  # fmt: skip

    def _kinds(self) -> list[tuple[str, int]]:
        counted = Counter(content_type for _pk, content_type in self.pages)
        types = ContentType.objects.get_for_models(*(source.model for source in search_sources()))
        named = [(str(source.label), counted[types[source.model].pk]) for source in search_sources()]
        return sorted(named, key=lambda one: -one[1])

    def _areas(self) -> list[tuple[str, int]]:
        counted = Counter(code for _page, code in self._pairs("learning_area_tags__tag__code"))
        return [(area.label, counted[area.code]) for area in LearningArea.objects.all()]

    def _levels(self) -> list[tuple[str, int]]:
        rows = published_in(self.period).values_list("levels", flat=True)
        counted = Counter(level for levels in rows for level in levels or ())
        return [(str(label), counted[key]) for key, label in LEVELS]

    def _all_networks(self) -> list[tuple[str, int]]:
        counted = Counter(network for _page, network in self.networks)
        return [(name, counted[name]) for name in SchoolNetwork.objects.values_list("name", flat=True)]

    def _networks(self) -> set[tuple[int, str]]:
        """A page counts once for a network, whether named itself or through a school."""
        through_schools = self._pairs("page_schools__school__network__name")
        return self._pairs("school_network_tags__tag__name") | through_schools

    def _pairs(self, path: str) -> set[tuple[int, str]]:
        rows = published_in(self.period).filter(**{f"{path}__isnull": False}).order_by()
        return set(rows.values_list("pk", path))
