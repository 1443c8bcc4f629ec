"""What waits for a reviewer: the overdue first, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from wagtail.models import TaskState

from innovations.models import ReviewState, Score, Withdrawal
from portal.content.models import LearningArea

from .access import states_for

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from portal.accounts.models import User

PER_PAGE = 50
LAST_DONE = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """A work that waits. `scored` and `needed` count scores of a committee; `is_started`, `is_scored`: one's own."""

    state: ReviewState
    kind: str | Promise
    areas: tuple[LearningArea, ...]
    scored: int
    is_started: bool
    is_scored: bool


def waiting_for(user: User, number: Any = 1) -> tuple[list[Waiting], Page]:
    """What is open for this person, by due date; what they have scored already comes last."""
    own = Q(score_rows__reviewer=user, score_rows__submitted_at__isnull=False)
    states = (
        states_for(user)
        .filter(status=TaskState.STATUS_IN_PROGRESS)
        .annotate(
            scored=Count("score_rows", filter=Q(score_rows__submitted_at__isnull=False), distinct=True),
            done=Count("score_rows", filter=own, distinct=True),
        )
        .select_related("task", "work", "revision")
        .order_by("done", "due_at", "pk")
    )
    page = Paginator(states, PER_PAGE).get_page(number)
    rows = list(page.object_list)
    started = set(Score.objects.filter(state__in=rows, reviewer=user).values_list("state_id", flat=True))
    areas = LearningArea.objects.in_bulk()
    return [_waiting(state, areas, started) for state in rows], page


def count_waiting(user: User) -> int:
    """How many works wait for this person."""
    open_states = states_for(user).filter(status=TaskState.STATUS_IN_PROGRESS)
    done = Score.objects.filter(reviewer=user, submitted_at__isnull=False).values("state_id")
    return open_states.exclude(pk__in=done).distinct().count()


def done_by(user: User) -> list[ReviewState]:
    """The last steps that this person took or scored."""
    mine = Q(finished_by=user) | Q(score_rows__reviewer=user, score_rows__submitted_at__isnull=False)
    states = ReviewState.objects.exclude(status=TaskState.STATUS_IN_PROGRESS).exclude(barred=user).filter(mine)
    return list(states.select_related("task", "work").distinct().order_by("-finished_at", "-pk")[:LAST_DONE])


def asked_withdrawals(user: User) -> list[Withdrawal]:
    """Withdrawals that owners asked for and nobody has decided, of works this person was asked about."""
    asked = Withdrawal.objects.filter(done_at__isnull=True).select_related("work")
    if not user.is_superuser:
        asked = asked.filter(work__review_states__reviewers=user).distinct()
    return list(asked.exclude(asked_by=user))


def _waiting(state: ReviewState, areas: dict[int, LearningArea], started: set[int]) -> Waiting:
    tags = state.revision.content.get("learning_area_tags", ())
    return Waiting(
        state,
        state.work.cached_content_type.model_class()._meta.verbose_name,
        tuple(areas[row["tag"]] for row in tags if row.get("tag") in areas),
        state.scored,
        state.pk in started,
        bool(state.done),
    )
