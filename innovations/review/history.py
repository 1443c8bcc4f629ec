"""What happened to a work, step by step; scores only to whom they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import mean
from typing import TYPE_CHECKING

from innovations.models import ReviewAnswer, ReviewState, Score

from .scoring import CENT

if TYPE_CHECKING:
    from innovations.models import WorkPage


@dataclass(frozen=True, slots=True)
class Step:
    """One step that was taken or is open; `answers` is what the contributor wrote to it."""

    state: ReviewState
    scores: tuple[Score, ...]
    answers: tuple[ReviewAnswer, ...]


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """A criterion over all scores."""

    name: str
    weight: int
    mean: Decimal
    points: tuple[int, ...]
    comments: tuple[str, ...]


def history_of(work: WorkPage, *, hides_scores: bool = False) -> list[Step]:
    """All steps, the oldest first. An open step shows nobody's scores; `hides_scores` leaves those of earlier rounds
    out as well, for who still has to score."""
    states = ReviewState.objects.filter(work_id=work.pk).select_related("task", "finished_by", "work")
    rows = list(states.order_by("started_at", "pk"))
    scores: dict[int, list[Score]] = {}
    over = [] if hides_scores else [row for row in rows if not row.is_open]
    for score in Score.objects.filter(state__in=over, submitted_at__isnull=False):
        scores.setdefault(score.state_id, []).append(score)
    answers: dict[int, list[ReviewAnswer]] = {}
    for answer in ReviewAnswer.objects.filter(page_id=work.pk):
        answers.setdefault(answer.task_state_id or 0, []).append(answer)
    if hides_scores:
        rows = [row for row in rows if row.mean is None]
    return [Step(row, tuple(scores.get(row.pk, ())), tuple(answers.get(row.pk, ()))) for row in rows]


def criteria_of(scores: Iterable[Score]) -> list[CriterionResult]:
    """Each criterion with the mean of its points, in the order of the rubric."""
    found: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for score in scores:
        for mark in score.marks.all():
            found.setdefault((mark.name, mark.weight), []).append((mark.points, mark.comment))
    return [
        CriterionResult(
            name,
            weight,
            Decimal(mean(points for points, _comment in given)).quantize(CENT),
            tuple(points for points, _comment in given),
            tuple(comment for _points, comment in given if comment),
        )
        for (name, weight), given in found.items()
    ]
