"""The result sheet: for the author without the names of those who scored, for the office with them."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from innovations.models import ReviewState
from innovations.models.review.own import is_own

from .access import may_manage
from .history import criteria_of
from .requests import SignedInRequest
from .scoring import committee_of, handed_in


@login_required
@never_cache
@require_GET
def result(request: SignedInRequest, pk: int) -> HttpResponse:
    """To be printed. There is none before the committee has finished."""
    states = ReviewState.objects.filter(mean__isnull=False).exclude(status=ReviewState.STATUS_IN_PROGRESS)
    state = get_object_or_404(states.select_related("work", "revision", "task", "recognition"), pk=pk)
    own = is_own(state.work, request.user)
    if not own and not _may_read(request, state):
        raise Http404
    scores = handed_in(state)
    work = state.revision.as_object()
    context = {
        "state": state,
        "work": work,
        "authors": list(work.authors.all()),
        "scores": scores,
        "criteria": criteria_of(scores),
        "shows_names": not own,
        "rubric": committee_of(state).rubric,
    }
    return render(request, "innovations/review/result.html", context)


def _may_read(request: SignedInRequest, state: ReviewState) -> bool:
    has_scored = state.score_rows.filter(reviewer=request.user, submitted_at__isnull=False).exists()
    return has_scored or may_manage(request.user, state)
