"""All works with all their fields, published or not, as a list and as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import django_filters
from django.db.models import QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from innovations.models import BestPracticePage, InnovationPage, ResearchPage, WorkPage
from portal.content.models import LEVELS

from .access import ForModerators
from .in_review import day

KINDS: Final = (InnovationPage, BestPracticePage, ResearchPage)
ROWS: Final = (
    "authors__person__school",
    "authors__school",
    "page_schools__school__network",
    "learning_area_tags__tag",
    "school_network_tags__tag",
    "page_tags__tag",
    "evidence",
    "attachments__document",
    "bases__built_on",
    "recognition",
    "owner",
    "reach",
)
SHARED: Final[dict[str, Any]] = {
    "number": gettext_lazy("Number"),
    "kind": gettext_lazy("Page type"),
    "title": gettext_lazy("Title"),
    "state": gettext_lazy("State"),
    "address": gettext_lazy("Address"),
    "summary": gettext_lazy("summary"),
    "authors": gettext_lazy("authors"),
    "schools": gettext_lazy("schools"),
    "networks": gettext_lazy("school networks"),
    "areas": gettext_lazy("learning areas"),
    "levels": gettext_lazy("grade levels"),
    "academic_year": gettext_lazy("academic year"),
    "tags": gettext_lazy("tags"),
    "licence": gettext_lazy("licence"),
    "award": gettext_lazy("award"),
    "recognition": gettext_lazy("level of recognition"),
    "first_published": gettext_lazy("First published"),
    "last_published": gettext_lazy("Last published"),
    "sent_by": gettext_lazy("Sent in by"),
    "views": gettext_lazy("views"),
    "downloads": gettext_lazy("downloads"),
    "uses": gettext_lazy("Uses in class"),
    "evidence": gettext_lazy("Results in numbers"),
    "steps": gettext_lazy("PDCA steps"),
    "files": gettext_lazy("Attachments"),
    "bases": gettext_lazy("Builds on"),
}


class WorkFilterSet(WagtailFilterSet):
    """By kind, state and year."""

    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Page type"),
        choices=[(model._meta.model_name, model._meta.verbose_name) for model in KINDS],
        method="keep_kind",
        empty_label=gettext_lazy("All"),
    )
    live = django_filters.BooleanFilter(label=gettext_lazy("Published"))

    class Meta:
        model = WorkPage
        fields = ["kind", "live", "academic_year"]

    def keep_kind(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Of one page type."""
        return queryset.filter(content_type__app_label="innovations", content_type__model=value)


class EverythingView(ForModerators, ReportView):
    """Reports > All works."""

    model = WorkPage
    page_title = gettext_lazy("All works")
    header_icon = "doc-full"
    index_url_name = "work_reports:everything"
    index_results_url_name = "work_reports:everything_results"
    filterset_class = WorkFilterSet
    default_ordering = "-first_published_at"
    verbose_name_plural = gettext_lazy("works")
    columns = [
        TitleColumn("title", label=gettext_lazy("Title"), sort_key="title", width="40%",
                    get_url=lambda work: reverse("wagtailadmin_pages:edit", args=[work.pk])),
        Column("kind", label=gettext_lazy("Page type"), accessor="cached_content_type.name"),
        Column("state", label=gettext_lazy("State"), accessor=lambda work: state_of(work)),
        Column("academic_year", label=gettext_lazy("academic year"), sort_key="academic_year"),
        Column("first_published_at", label=gettext_lazy("First published"),
               accessor=lambda work: day(work.first_published_at), sort_key="first_published_at"),
    ]  # fmt: skip
    export_filename = "works"

    @property
    def export_headings(self) -> dict[str, Any]:
        """What all works share, then every text of every kind once, by its own name."""
        return {**SHARED, **texts_of_kinds()}

    @property
    def list_export(self) -> list[str]:
        """Every column."""
        return list(self.export_headings)

    def get_base_queryset(self) -> QuerySet[Any]:
        """The works on whose pages this person may do something."""
        policy = policy_registry.get_by_type(Page)
        pages = policy.instances_user_has_any_permission_for(self.request.user, ["change", "publish"])
        return WorkPage.objects.filter(pk__in=pages.values("pk")).select_related("content_type")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """For a spreadsheet all rows of all works, in a fixed number of queries."""
        if not self.is_export:
            return object_list
        works = list(object_list.specific())
        prefetch_related_objects(works, *ROWS)
        prefetch_related_objects([work for work in works if isinstance(work, BestPracticePage)], "pdca_steps")
        return works

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Every column has a value, empty where the kind has no such field."""
        texts = {name: _plain(getattr(item, name, "")) for name in texts_of_kinds()}
        return {**_shared(item), **texts}


def texts_of_kinds() -> dict[str, Any]:
    """Field -> label of every text that only some kinds have; a name that kinds share is one column."""
    columns: dict[str, Any] = {}
    for model in KINDS:
        for field in model._meta.local_fields:
            if field.editable and not field.is_relation:
                columns.setdefault(field.name, field.verbose_name)
    return columns


def state_of(work: Any) -> str:
    """In words of the portal."""
    if work.withdrawn_at:
        return _("Withdrawn")
    if work.live:
        return _("Published")
    return _("Draft or in review")


def _shared(work: Any) -> dict[str, Any]:
    reach = getattr(work, "reach", None)
    networks = {row.school.network.name: None for row in work.page_schools.all()}
    networks |= {row.tag.name: None for row in work.school_network_tags.all()}
    levels = dict(LEVELS)
    return {
        "number": work.pk,
        "kind": str(work._meta.verbose_name),
        "title": work.title,
        "state": state_of(work),
        "address": work.full_url if work.live else "",
        "summary": _plain(work.summary),
        "authors": _joined(_author(row) for row in work.authors.all()),
        "schools": _joined(row.school.name for row in work.page_schools.all()),
        "networks": _joined(networks),
        "areas": _joined(row.tag.label for row in work.learning_area_tags.all()),
        "levels": _joined(str(levels.get(key, key)) for key in work.levels or ()),
        "academic_year": work.academic_year or "",
        "tags": _joined(row.tag.name for row in work.page_tags.all()),
        "licence": f"CC {work.licence.upper()} 4.0",
        "award": work.award,
        "recognition": str(work.recognition or ""),
        "first_published": day(work.first_published_at),
        "last_published": day(work.last_published_at),
        "sent_by": (work.owner.get_full_name() or work.owner.get_username()) if work.owner else "",
        "views": reach.views if reach else 0,
        "downloads": reach.downloads if reach else 0,
        "uses": reach.uses if reach else 0,
        "evidence": _joined(_evidence(work)),
        "steps": _joined(str(row.get_phase_display()) + ": " + row.text for row in _steps(work)),
        "files": _joined(str(row) for row in work.attachments.all()),
        "bases": _joined(row.built_on.title for row in work.bases.all()),
    }


def _author(row: Any) -> str:
    details = [part for part in (row.role, str(row.shown_school or "")) if part]
    return f"{row.person} ({', '.join(details)})" if details else str(row.person)


def _evidence(work: Any) -> Iterator[str]:
    for row in work.evidence.all():
        before, after = ("–" if value is None else f"{value.normalize():f}" for value in (row.before, row.after))
        yield f"{row.measure}: {before} → {after} {row.unit}".strip()


def _steps(work: Any) -> Iterable[Any]:
    return work.pdca_steps.all() if isinstance(work, BestPracticePage) else ()


def _joined(values: Iterable[str]) -> str:
    return "; ".join(value for value in values if value)


def _plain(value: object) -> str:
    """Spreadsheets refuse control characters."""
    return "".join(letter for letter in str(value or "") if letter == "\n" or letter >= " ")
