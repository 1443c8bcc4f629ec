"""Reviewers outside of the office: one signed link reads and scores one work, until a day, without an account."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from django_ratelimit.core import is_ratelimited

from innovations.models import Invitation, ReviewState
from innovations.models.review.invitations import SALT
from innovations.models.review.own import is_own
from portal.accounts.client_address import client_address

from .access import barred_addresses, is_committee, may_manage
from .forms import InvitationForm, ScoreForm
from .letters import invite_guest
from .reading import file_response, reading_of
from .requests import SignedInRequest
from .scoring import Scorer, committee_of, keep, score_of
from .views import score_context

RATE = "60/m"  # of one address; a work with twenty pictures is twenty requests


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: SignedInRequest, pk: int) -> HttpResponse:
    """Invite a guest to score, and see who was invited."""
    state = _managed_or_404(request, pk)
    invitation = Invitation(state=state, invited_by=request.user)
    form = InvitationForm(request.POST or None, instance=invitation, barred_addresses=barred_addresses(state))
    if state.is_open and form.is_valid():
        try:
            with transaction.atomic():
                form.save()
        except IntegrityError:  # pressed twice
            return redirect("review_guests", state.pk)
        invite_guest(invitation)
        messages.success(request, _("The invitation was sent to %(email)s.") % {"email": invitation.email})
        return redirect("review_guests", state.pk)
    context = {"state": state, "form": form, "invitations": state.invitations.select_related("score")} | _count(state)
    return render(request, "innovations/review/guests.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def revoke(request: SignedInRequest, pk: int, guest: int) -> HttpResponse:
    """Take a link back; what was handed in with it stays in the history."""
    state = _managed_or_404(request, pk)
    invitation = get_object_or_404(state.invitations, pk=guest)
    if not invitation.revoked_at:
        invitation.revoked_at = timezone.now()
        invitation.save(update_fields=["revoked_at"])
    messages.success(request, _("The link of %(name)s no longer works.") % {"name": invitation.name})
    return redirect("review_guests", state.pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def guest_review(request: HttpRequest, token: str) -> HttpResponse:
    """The work and the rubric, for who has the link."""
    if _asks_too_often(request):
        return _refuse(request, "often", HTTPStatus.TOO_MANY_REQUESTS)
    invitation = _invitation_or_404(request, token)
    state, scorer = invitation.state, Scorer(invitation=invitation)
    score = score_of(state, scorer)
    if score and score.submitted_at:
        return render(request, "innovations/review/guest_thanks.html", {"state": state, "score": score})
    if not invitation.is_valid:
        return _refuse(request, "over", HTTPStatus.GONE)
    _note_opening(invitation)
    task, action = committee_of(state), request.POST.get("action", "")
    form = ScoreForm(request.POST or None, rubric=task.rubric, score=score, hands_in=action == "score")
    if action in ("score", "save") and form.is_valid():
        return _keep(request, token, state, scorer, form)
    reading = reading_of(state, partial(_file_url, token), hides_names=task.hides_names)
    context = score_context(state, form, score) | {"state": state, "reading": reading, "invitation": invitation}
    context |= {"may_act": True, "others": []}
    response = render(request, "innovations/review/guest.html", context, status=422 if form.is_bound else 200)
    response["Referrer-Policy"] = "same-origin"  # the address is the key
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


@never_cache
def guest_file(request: HttpRequest, token: str, kind: str, key: int) -> HttpResponseBase:
    """A file of that work, while the link works."""
    if _asks_too_often(request):
        return _refuse(request, "often", HTTPStatus.TOO_MANY_REQUESTS)
    invitation = _invitation_or_404(request, token)
    if not invitation.is_valid:
        raise Http404
    return file_response(invitation.state, kind, key)


def _count(state: ReviewState) -> dict[str, Any]:
    """Whether enough people can score at all."""
    needed = committee_of(state).rubric.scores_needed
    scores = state.score_rows.filter(submitted_at__isnull=False)
    scored_by = set(scores.values_list("reviewer_id", flat=True))
    members = scored_by - {None} | set(state.reviewers.values_list("pk", flat=True))
    guests = sum(1 for guest in state.invitations.select_related("state") if guest.is_valid)
    guests += scores.filter(invitation__isnull=False, invitation__revoked_at__isnull=False).count()
    able = len(members) + guests
    return {"needed": needed, "able": able, "lacking": max(0, needed - able), "scored_by": scored_by}


def _keep(request: HttpRequest, token: str, state: ReviewState, scorer: Scorer, form: ScoreForm) -> HttpResponse:
    try:
        keep(state, scorer, form.given, hands_in=form.hands_in)
    except PermissionDenied:
        return _refuse(request, "over", HTTPStatus.GONE)
    if not form.hands_in:
        messages.success(request, _("Saved. You can go on later with the same link."))
    return redirect("guest_review", token)


def _invitation_or_404(request: HttpRequest, token: str) -> Invitation:
    """What the token names. Owner and authors find nothing, whoever's link they hold."""
    try:
        key = signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise Http404 from error
    invitations = Invitation.objects.select_related("state__work", "state__revision", "state__task")
    invitation = get_object_or_404(invitations, pk=key)
    is_barred = invitation.email in barred_addresses(invitation.state)
    if is_barred or is_own(invitation.state.work, request.user):
        raise Http404
    return invitation


def _managed_or_404(request: SignedInRequest, pk: int) -> ReviewState:
    """A committee's step that this person may invite to."""
    states = ReviewState.objects.select_related("work", "task", "revision", "workflow_state")
    state = get_object_or_404(states, pk=pk)
    if not is_committee(state) or not may_manage(request.user, state):
        raise Http404
    return state


def _note_opening(invitation: Invitation) -> None:
    if not invitation.opened_at:
        invitation.opened_at = timezone.now()
        invitation.save(update_fields=["opened_at"])


def _asks_too_often(request: HttpRequest) -> bool:
    return is_ratelimited(request, group="review.guest", key=_address, rate=RATE, increment=True)


def _address(group: str, request: HttpRequest) -> str:
    return client_address(request)


def _refuse(request: HttpRequest, reason: str, status: int) -> HttpResponse:
    return render(request, "innovations/review/guest_refused.html", {"reason": reason}, status=status)


def _file_url(token: str, kind: str, key: int) -> str:
    return reverse("guest_file", args=[token, kind, key])
