"""The reviewer's pages: what waits, and one work beside its rubric."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from innovations.models import RecognitionLevel, ReviewState
from innovations.near_copies import overlaps

from .access import is_committee, open_committee, state_or_404
from .forms import DecisionForm, ScoreForm
from .history import history_of
from .queue import asked_withdrawals, count_waiting, done_by, waiting_for
from .reading import file_response, reading_of
from .requests import SignedInRequest
from .scoring import Scorer, committee_of, handed_in, keep, score_of


@login_required
@never_cache
@require_GET
def queue(request: SignedInRequest) -> HttpResponse:
    """What waits for this person. Who reviews nothing sees an empty list that says so."""
    rows, page = waiting_for(request.user, request.GET.get("page"))
    context = {
        "rows": rows,
        "pager": page,
        "total": count_waiting(request.user),
        "done": done_by(request.user),
        "withdrawals": asked_withdrawals(request.user),
    }
    return render(request, "innovations/review/queue.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """A work and its step: scored by the committee, else decided."""
    state = state_or_404(request.user, pk)
    if is_committee(state):
        return _score(request, state)
    return _decide(request, state)


@login_required
@never_cache
@require_GET
def file_of_work(request: SignedInRequest, pk: int, kind: str, key: int) -> FileResponse:
    """A file of the draft that is reviewed."""
    return file_response(state_or_404(request.user, pk), kind, key)


def _decide(request: SignedInRequest, state: ReviewState) -> HttpResponse:
    action = request.POST.get("action", "")
    form = DecisionForm(request.POST or None, needs_comment=action == "reject")
    if action in ("approve", "reject") and form.is_valid():
        return _act(request, state, action, form.cleaned_data["comment"])
    context = _context(request, state, hides_names=False) | {"form": form}
    return render(request, "innovations/review/decide.html", context, status=_status(request))


def _score(request: SignedInRequest, state: ReviewState) -> HttpResponse:
    task, scorer = committee_of(state), Scorer(user=request.user)
    score, action = score_of(state, scorer), request.POST.get("action", "")
    if action == "reject":
        return _give_back(request, state)
    form = ScoreForm(request.POST or None, rubric=task.rubric, score=score, hands_in=action == "score")
    if action in ("score", "save") and form.is_valid():
        return _keep(request, state, scorer, form)
    is_alone = state.is_open and not (score and score.submitted_at)
    hides = task.hides_names and state.is_open
    context = _context(request, state, hides_names=hides, hides_scores=is_alone) | score_context(state, form, score)
    return render(request, "innovations/review/score.html", context, status=_status(request))


def score_context(state: ReviewState, form: ScoreForm, score: Any) -> dict[str, Any]:
    """What the form of a score needs; the scores of others only after one's own is in."""
    has_handed_in = bool(score and score.submitted_at)
    task = committee_of(state)
    return {
        "form": form,
        "score": score,
        "task": task,
        "has_handed_in": has_handed_in,
        "others": [other for other in handed_in(state) if other != score] if has_handed_in else [],
        "scored": len(handed_in(state)),
        "levels": list(RecognitionLevel.objects.all()),
    }


def _keep(request: SignedInRequest, state: ReviewState, scorer: Scorer, form: ScoreForm) -> HttpResponse:
    try:
        keep(state, scorer, form.given, hands_in=form.hands_in)
    except PermissionDenied:
        return _too_late(request)
    if not form.hands_in:
        messages.success(request, _("Saved. Nobody sees your score before you hand it in."))
        return redirect("review", state.pk)
    messages.success(request, _("Your score was handed in. Thank you."))
    return redirect("review", state.pk)


def _give_back(request: SignedInRequest, state: ReviewState) -> HttpResponse:
    """A member of the committee sends the work back; asked for the reason on a screen of its own."""
    form = DecisionForm(request.POST if "comment_back" in request.POST else None, needs_comment=True)
    if form.is_bound and form.is_valid():
        return _act(request, state, "reject", form.cleaned_data["comment"])
    status = 422 if form.is_bound else 200
    return render(request, "innovations/review/give_back.html", {"state": state, "form": form}, status=status)


def _act(request: SignedInRequest, state: ReviewState, action: str, comment: str) -> HttpResponse:
    try:
        state.task.specific.on_action(state, request.user, action, comment=comment)
    except PermissionDenied:
        return _too_late(request)
    said = _("The work was sent on.") if action == "approve" else _("The work went back to its author.")
    messages.success(request, said)
    return redirect("review_queue")


def _too_late(request: SignedInRequest) -> HttpResponse:
    messages.warning(request, _("This step was taken by somebody else in the meantime, or is no longer yours."))
    return redirect("review_queue")


def _context(
    request: SignedInRequest, state: ReviewState, *, hides_names: bool, hides_scores: bool = False
) -> dict[str, Any]:
    reading = reading_of(state, partial(_file_url, state.pk), hides_names=hides_names)
    return {
        "state": state,
        "reading": reading,
        "history": history_of(state.work, hides_scores=hides_scores),
        "may_act": state.may_be_taken_by(request.user),
        "committee": open_committee(request.user, state),
        "waiting": count_waiting(request.user),
        "overlaps": overlaps(reading.work) if state.is_open and not hides_names else [],  # they lead to the authors
    }


def _file_url(pk: int, kind: str, key: int) -> str:
    return reverse("review_file", args=[pk, kind, key])


def _status(request: SignedInRequest) -> int:
    return 422 if request.method == "POST" else 200
