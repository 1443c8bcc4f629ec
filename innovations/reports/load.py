"""How much waits for each reviewer, and what they have done."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from django.contrib.auth import get_user_model
from django.db.models import Count, Exists, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import TaskState

from innovations.models import ReviewState, Score

from .access import ForModerators
from .in_review import days

RECENT: Final = timedelta(days=90)


def loads() -> QuerySet[Any]:
    """Everybody who is or was asked, with what waits, is late, since when, and was done in ninety days."""
    now = timezone.now()
    asked = ReviewState.reviewers.through.objects.filter(user=OuterRef("pk"))
    scored = Score.objects.filter(state=OuterRef("reviewstate"), reviewer=OuterRef("user"), submitted_at__isnull=False)
    waiting = asked.filter(~Exists(scored), reviewstate__status=TaskState.STATUS_IN_PROGRESS)
    taken = ReviewState.objects.filter(finished_by=OuterRef("pk"), finished_at__gte=now - RECENT)
    handed_in = Score.objects.filter(reviewer=OuterRef("pk"), submitted_at__gte=now - RECENT)
    users = get_user_model().objects.filter(Exists(asked))
    return users.annotate(
        waiting=_count(waiting, "user"),
        late=_count(waiting.filter(reviewstate__due_at__lt=now), "user"),
        oldest=Subquery(
            waiting.order_by().values("user").annotate(first=Min("reviewstate__started_at")).values("first")
        ),
        done=_count(taken, "finished_by") + _count(handed_in, "reviewer"),
    )


def _count(rows: QuerySet[Any], by: str) -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values(by).annotate(rows=Count("pk")).values("rows")), 0)


def name(user: Any) -> str:
    """As people know them."""
    return user.get_full_name() or user.get_username()


def oldest(user: Any) -> str:
    """How long the oldest has waited."""
    return days((timezone.now() - user.oldest).days) if user.oldest else "–"


class LoadView(ForModerators, ReportView):
    """Reports > Load of reviewers, the most loaded first."""

    model = get_user_model()
    page_title = gettext_lazy("Load of reviewers")
    header_icon = "group"
    index_url_name = "work_reports:load"
    index_results_url_name = "work_reports:load_results"
    default_ordering = "-waiting"
    verbose_name_plural = gettext_lazy("reviewers")
    columns = [
        Column("name", label=gettext_lazy("Reviewer"), accessor=name, width="34%", classname="title"),
        NumberColumn("waiting", label=gettext_lazy("Waiting"), sort_key="waiting"),
        NumberColumn("late", label=gettext_lazy("Overdue"), sort_key="late"),
        Column("oldest", label=gettext_lazy("Oldest"), accessor=oldest, sort_key="oldest"),
        NumberColumn("done", label=gettext_lazy("Done in 90 days"), sort_key="done"),
    ]
    list_export = ["name", "waiting", "late", "oldest", "done"]
    export_headings = {
        "name": gettext_lazy("Reviewer"),
        "waiting": gettext_lazy("Waiting"),
        "late": gettext_lazy("Overdue"),
        "oldest": gettext_lazy("Oldest"),
        "done": gettext_lazy("Done in 90 days"),
    }
    export_filename = "load-of-reviewers"

    def get_base_queryset(self) -> QuerySet[Any]:
        """One row a person, in one query."""
        return loads()

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """As on the screen."""
        return {
            "name": name(item),
            "waiting": item.waiting,
            "late": item.late,
            "oldest": oldest(item),
            "done": item.done,
        }
