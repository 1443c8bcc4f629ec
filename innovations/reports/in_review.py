"""Works in review: where each waits, for whom, how long, until when."""

from __future__ import annotations

from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Task

from innovations.models import ReviewState

from .access import ForModerators, open_states


def reviewers_in_use(request: Any) -> QuerySet[Any]:
    """The people who are asked to take some step."""
    return get_user_model().objects.filter(review_states__isnull=False).distinct().order_by("first_name", "username")


def steps_in_use(request: Any) -> QuerySet[Task]:
    """The steps in which works have been."""
    return Task.objects.filter(task_states__reviewstate__isnull=False).distinct().order_by("name")


class InReviewFilterSet(WagtailFilterSet):
    """By step, by person, by lateness."""

    task = django_filters.ModelChoiceFilter(label=gettext_lazy("Step"), queryset=steps_in_use)
    reviewers = django_filters.ModelChoiceFilter(label=gettext_lazy("Reviewer"), queryset=reviewers_in_use)
    late = django_filters.ChoiceFilter(
        label=gettext_lazy("Due"),
        choices=[("late", gettext_lazy("overdue"))],
        method="keep_late",
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = ReviewState
        fields = ["task", "reviewers"]

    def keep_late(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Whose day has passed."""
        return queryset.filter(due_at__lt=timezone.now())


def day(moment: Any) -> str:
    """Of the Buddhist era, short."""
    return date_format(localtime(moment), "j M Y") if moment else "–"


def days(count: int) -> str:
    """3 days."""
    return ngettext("%(count)d day", "%(count)d days", count) % {"count": count}


def due(state: ReviewState) -> str:
    """The day, and by how much it has passed."""
    if not state.is_overdue:
        return day(state.due_at)
    return _("%(day)s, %(days)s late") % {"day": day(state.due_at), "days": days(max(1, -state.days_left))}


def persons(state: ReviewState) -> str:
    """Who was asked."""
    names = [user.get_full_name() or user.get_username() for user in state.reviewers.all()]
    return ", ".join(names) or _("nobody")


class InReviewView(ForModerators, ReportView):
    """Reports > Works in review, the longest waiting first."""

    model = ReviewState
    page_title = gettext_lazy("Works in review")
    header_icon = "tasks"
    index_url_name = "work_reports:in_review"
    index_results_url_name = "work_reports:in_review_results"
    filterset_class = InReviewFilterSet
    default_ordering = "started_at"
    verbose_name_plural = gettext_lazy("works")
    columns = [
        TitleColumn("title", label=gettext_lazy("Work"), accessor="work.title", width="26%",
                    get_url=lambda state: reverse("wagtailadmin_pages:edit", args=[state.work_id])),
        Column("kind", label=gettext_lazy("Page type"), accessor="work.cached_content_type.name"),
        Column("step", label=gettext_lazy("Waits at"), accessor="task.name"),
        Column("persons", label=gettext_lazy("Waits for"), accessor=persons, width="18%"),
        Column("sent", label=gettext_lazy("Sent"), accessor=lambda state: day(state.workflow_state.created_at),
               sort_key="workflow_state__created_at"),
        Column("age", label=gettext_lazy("Waiting"), accessor=lambda state: days(state.age), sort_key="started_at"),
        Column("due", label=gettext_lazy("Due"), accessor=due, sort_key="due_at"),
    ]  # fmt: skip
    list_export = ["title", "kind", "step", "persons", "sent", "age", "due"]
    export_headings = {
        "title": gettext_lazy("Work"),
        "kind": gettext_lazy("Page type"),
        "step": gettext_lazy("Waits at"),
        "persons": gettext_lazy("Waits for"),
        "sent": gettext_lazy("Sent"),
        "age": gettext_lazy("Waiting (days)"),
        "due": gettext_lazy("Due"),
    }
    export_filename = "works-in-review"

    def get_base_queryset(self) -> QuerySet[ReviewState]:
        """One row a step that waits; a fixed number of queries."""
        states = open_states(self.request.user).select_related("work", "work__content_type", "task", "workflow_state")
        return states.prefetch_related("reviewers")

    def to_row_dict(self, item: ReviewState) -> dict[str, Any]:
        """As on the screen, days as a number."""
        return {
            "title": item.work.title,
            "kind": str(item.work.cached_content_type.name),
            "step": item.task.name,
            "persons": persons(item),
            "sent": day(item.workflow_state.created_at),
            "age": item.age,
            "due": due(item),
        }
