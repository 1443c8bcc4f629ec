"""The committee's scores: each alone, handed in once; the last one needed ends the step."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from innovations.models import CommitteeTask, Criterion, Invitation, Mark, RecognitionLevel, ReviewState, Score

if TYPE_CHECKING:
    from portal.accounts.models import User

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Scorer:
    """Who scores: somebody with an account, or a guest with an invitation."""

    user: User | None = None
    invitation: Invitation | None = None

    @property
    def name(self) -> str:
        """As it stands in the history."""
        if self.invitation:
            return self.invitation.name
        return (self.user.get_full_name() or self.user.get_username()) if self.user else ""

    @property
    def key(self) -> dict[str, Any]:
        """Of their own score."""
        return {"invitation": self.invitation} if self.invitation else {"reviewer": self.user}

    def may_score(self, state: ReviewState) -> bool:
        """Whether they may score this work now."""
        if self.invitation:
            return self.invitation.state_id == state.pk and self.invitation.is_valid
        return state.may_be_taken_by(self.user)


@dataclass(frozen=True, slots=True)
class Given:
    """What a filled-in form says: (points, comment) by criterion, the rest once."""

    marks: Mapping[Criterion, tuple[int | None, str]]
    comment: str = ""
    has_no_interest: bool = False


def committee_of(state: ReviewState) -> CommitteeTask:
    """The task of a committee's step, with its rubric."""
    return CommitteeTask.objects.select_related("rubric").get(pk=state.task_id)


def score_of(state: ReviewState, scorer: Scorer) -> Score | None:
    """Their own score, as far as it is."""
    return Score.objects.filter(state=state, **scorer.key).prefetch_related("marks").first()


@transaction.atomic
def keep(state: ReviewState, scorer: Scorer, given: Given, *, hands_in: bool) -> Score:
    """Keep what was given; handed in it counts and stays as it is. Not allowed, or too late: `PermissionDenied`."""
    TaskState.objects.select_for_update().get(pk=state.pk)  # one at a time: the last score ends the step once
    state.refresh_from_db()
    if not scorer.may_score(state):
        raise PermissionDenied
    score = Score.objects.filter(state=state, **scorer.key).first() or Score(state=state, **scorer.key)
    if score.submitted_at:
        raise PermissionDenied
    score.reviewer_name = scorer.name
    score.comment, score.has_no_interest = given.comment, given.has_no_interest
    score.submitted_at = timezone.now() if hands_in else None
    score.save()
    _mark(score, given.marks)
    score.total = score.count()
    score.save(update_fields=["total"])
    if hands_in:
        settle(state, scorer.user)
    return score


def _mark(score: Score, marks: Mapping[Criterion, tuple[int | None, str]]) -> None:
    score.marks.all().delete()
    Mark.objects.bulk_create(
        Mark(
            score=score,
            criterion=criterion,
            name=criterion.name,
            weight=criterion.weight,
            points=points,
            reason=dict(criterion.levels)[points],
            comment=comment,
        )
        for criterion, (points, comment) in marks.items()
        if points
    )


def handed_in(state: ReviewState) -> list[Score]:
    """The scores that count."""
    return list(state.score_rows.filter(submitted_at__isnull=False).prefetch_related("marks"))


def mean_and_spread(totals: list[Decimal]) -> tuple[Decimal, Decimal]:
    """The mean and the standard deviation of the sample; one score alone has none."""
    spread = statistics.stdev(totals) if len(totals) > 1 else Decimal(0)
    return statistics.mean(totals).quantize(CENT), spread.quantize(CENT)


@transaction.atomic
def settle(state: ReviewState, user: User | None = None) -> bool:
    """End the step when enough scores are in: with a level of recognition the work goes on, below the least it is
    sent back with the result."""
    scores = handed_in(state)
    if not state.is_open or len(scores) < committee_of(state).rubric.scores_needed:
        return False
    state.mean, state.spread = mean_and_spread([score.total for score in scores])
    state.recognition = RecognitionLevel.objects.filter(least_percent__lte=state.mean).first()
    state.recognition_name = state.recognition.name if state.recognition else ""
    state.save()
    if state.recognition is None and RecognitionLevel.objects.exists():
        state.reject(user=user, comment=_result_in_words(state, len(scores)))
    else:
        _write_recognition(state)
        state.approve(user=user, comment=_result_in_words(state, len(scores)))
    return True


def _write_recognition(state: ReviewState) -> None:
    """Into what is about to be published; nobody else writes it."""
    state.revision.content["recognition"] = state.recognition_id
    state.revision.save(update_fields=["content"])


def _result_in_words(state: ReviewState, count: int) -> str:
    values = {
        "mean": state.mean,
        "spread": state.spread,
        "count": count,
        "level": state.recognition_name or _("below the least level of recognition"),
    }
    return _("Mean %(mean)s of 100 (SD %(spread)s, %(count)s scores): %(level)s") % values
