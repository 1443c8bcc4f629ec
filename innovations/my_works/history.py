"""Where a work is and what has happened to it, as its contributor may know it: reviewers stay unnamed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import PageLogEntry, Task, TaskState, WorkflowState

from innovations.models import ReviewAnswer, ReviewState, WorkPage

from .states import Standing

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from portal.accounts.models import User

WORDS: Final[dict[str, str | Promise]] = {
    "wagtail.create": gettext_lazy("Draft started"),
    "wagtail.copy": gettext_lazy("Draft started as a copy"),
    "wagtail.workflow.start": gettext_lazy("Sent in"),
    "wagtail.workflow.resume": gettext_lazy("Sent in again"),
    "wagtail.workflow.cancel": gettext_lazy("Taken back"),
    "wagtail.workflow.approve": gettext_lazy("Approved"),
    "wagtail.workflow.reject": gettext_lazy("Returned with comments"),
    "wagtail.publish": gettext_lazy("Published"),
    "wagtail.publish.schedule": gettext_lazy("Publication set for a day"),
    "wagtail.unpublish": gettext_lazy("No longer public"),
}
MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: when, what, by whom in general words, and what was said."""

    at: datetime
    what: str | Promise
    who: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop on the way to publication."""

    label: str | Promise
    state: Literal["done", "now", "to come"]


def comments_on(standing: Standing) -> str:
    """What the reviewers wrote when the work came back."""
    state = standing.task_state
    return state.comment.strip() if state and standing.key == "returned" and state.comment else ""


def track_of(standing: Standing) -> list[Stop]:
    """Sent, each step of the review, published."""
    return tracks_of([standing])[0]


def tracks_of(standings: Iterable[Standing]) -> list[list[Stop]]:
    """The same of many; the steps of a review are asked for once."""
    steps: dict[int, list[Task]] = {}
    tracks: list[list[Stop]] = []
    for standing in standings:
        review = standing.workflow.workflow if standing.workflow else None
        if review and review.pk not in steps:
            steps[review.pk] = list(review.tasks)
        tracks.append(_track(standing, steps[review.pk]) if review else [])
    return tracks


def _track(standing: Standing, tasks: list[Task]) -> list[Stop]:
    current = standing.task_state.task_id if standing.task_state else None
    place = next((index for index, task in enumerate(tasks) if task.pk == current), 0)
    stops = [Stop(_("Sent in"), "done")]
    for index, task in enumerate(tasks):
        stops.append(Stop(task.name, "done" if index < place else "now" if index == place else "to come"))
    return [*stops, Stop(_("Published"), "to come")]


def history_of(work: WorkPage, user: User) -> list[Event]:
    """The newest first."""
    entries = PageLogEntry.objects.filter(page=work.pk, action__in=WORDS).order_by("-timestamp", "-pk")[:MOST]
    events = [Event(entry.timestamp, WORDS[entry.action], _who(entry.user_id, user), _task(entry)) for entry in entries]
    states = TaskState.objects.filter(
        workflow_state__in=WorkflowState.objects.for_instance(work), finished_at__isnull=False
    ).exclude(comment="")
    events += [Event(s.finished_at, _("Comments of the reviewers"), _("the office"), s.comment) for s in states]
    answers = ReviewAnswer.objects.filter(page=work)
    events += [
        Event(answer.created_at, _("Your answer"), _who(answer.user_id, user), answer.text) for answer in answers
    ]
    return sorted(events, key=lambda event: event.at, reverse=True)


def results_of(work: WorkPage) -> list[ReviewState]:
    """What the committee's scoring came to, newest first: each has a sheet to print."""
    scored = ReviewState.objects.filter(work=work.pk, mean__isnull=False)
    return list(scored.exclude(status=ReviewState.STATUS_IN_PROGRESS).order_by("-pk"))


def _who(user_id: int | None, user: User) -> str:
    return _("you") if user_id == user.pk else _("the office")


def _task(entry: PageLogEntry) -> str:
    """Which step of the review it was, where it was one."""
    if entry.action not in ("wagtail.workflow.approve", "wagtail.workflow.reject"):
        return ""
    task = entry.data.get("workflow", {}).get("task") or {}
    return str(task.get("title", ""))
