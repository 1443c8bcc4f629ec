"""Reports of the admin: questions asked, questions that found nothing, and how one of them is forgotten."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, NumberColumn
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView

from portal.thai.normalise import fold
from search.models import SearchedQuery

from .questions import asked_questions, failed_questions, since
from .remedies import remedies

PERIODS = (
    ("7", _("last 7 days")),
    ("30", _("last 30 days")),
    ("90", _("last 90 days")),
    ("365", _("last 365 days")),
)


class PeriodFilterSet(WagtailFilterSet):
    """A period up to today, or any days."""

    period = django_filters.ChoiceFilter(label=_("Period"), choices=PERIODS, method="keep_period", empty_label=_("All"))
    day = django_filters.DateFromToRangeFilter(label=_("Days"), widget=DateRangePickerWidget)

    class Meta:
        model = SearchedQuery
        fields: list[str] = []

    def keep_period(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """What was asked since."""
        return queryset.filter(day__gte=since(int(value)))


class RemedyColumn(BaseColumn):
    """What can be done about the question of the row."""

    cell_template_name = "search/admin/remedies.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """The links for the person who signed in."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        user = parent_context["request"].user
        return {**context, "question": instance["text"], "remedies": remedies(instance["text"], user)}


def shown_day(row: Any) -> str:
    """The last day, as people read it."""
    return date_format(row["last_day"], "DATE_FORMAT")


class AskedView(ReportView):
    """Questions asked."""

    model = SearchedQuery
    permission_required = "view"
    page_title = _("Questions asked")
    header_icon = "search"
    index_url_name = "search_reports:asked"
    index_results_url_name = "search_reports:asked_results"
    filterset_class = PeriodFilterSet
    is_searchable = True
    default_ordering = "-times"
    verbose_name_plural = _("questions")
    columns = [
        Column("text", label=_("Question"), sort_key="text", classname="title"),
        NumberColumn("times", label=_("Asked"), sort_key="times", width="10%"),
        NumberColumn("misses", label=_("Found nothing"), sort_key="misses", width="12%"),
        Column("last_day", label=_("Last asked"), accessor=shown_day, sort_key="last_day", width="16%"),
        RemedyColumn("remedies", label=_("What to do"), width="30%"),
    ]
    list_export = ["text", "times", "misses", "last_day"]
    export_headings = {
        "text": _("Question"),
        "times": _("Asked"),
        "misses": _("Found nothing"),
        "last_day": _("Last asked"),
    }
    export_filename = "questions-asked"

    def get_base_queryset(self) -> QuerySet[Any]:
        """One row a question."""
        return asked_questions()

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """However it is typed: the log is folded."""
        return queryset.filter(text__contains=fold(self.search_query)) if self.is_searching else queryset

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """With the date as on the screen."""
        return {**super().to_row_dict(item), "last_day": shown_day(item)}


class FailedView(AskedView):
    """Questions that found nothing, with what can be done about each."""

    page_title = _("Questions that found nothing")
    header_icon = "warning"
    index_url_name = "search_reports:failed"
    index_results_url_name = "search_reports:failed_results"
    default_ordering = "-misses"
    export_filename = "questions-without-results"

    def get_base_queryset(self) -> QuerySet[Any]:
        """What still fails."""
        return failed_questions()


class ForgetView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks whether a question shall be deleted from the log, and deletes it: something personal, or rude."""

    model = SearchedQuery
    permission_required = "delete"
    template_name = "search/admin/forget.html"
    page_title = _("Delete a question from the log")
    header_icon = "bin"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home > the report > this."""
        report = {"url": reverse_lazy("search_reports:asked"), "label": AskedView.page_title}
        return [*self.breadcrumbs_items, report, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The question and how often it stands there."""
        question = self.request.GET.get("text", "")
        found = asked_questions().filter(text=question).order_by("text").first()
        return super().get_context_data(question=question, found=found, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """All its days."""
        SearchedQuery.objects.filter(text=request.POST.get("text", "")).delete()
        messages.success(request, _("The question is deleted from the log."))
        return redirect(reverse("search_reports:asked"))
