"""Taking a published work back: the owner asks, a supervisor does it and can undo it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.log_actions import log
from wagtail.models import WorkflowState

from innovations.models import Withdrawal, WorkPage
from innovations.models.review.own import is_own

from .access import may_decide_withdrawal
from .forms import ReasonForm
from .letters import ask_for_withdrawal, say_refused, say_restored, say_withdrawn
from .requests import SignedInRequest


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: SignedInRequest, work: int) -> HttpResponse:
    """Owners and authors ask with a reason; a supervisor decides about what was asked, or begins."""
    page = get_object_or_404(WorkPage.objects.filter(live=True), pk=work).specific
    if may_decide_withdrawal(request.user, page):
        return _show_withdrawn(request, page) if page.withdrawn_at else _decide(request, page)
    if is_own(page, request.user) and not page.withdrawn_at:
        return _ask(request, page)
    raise Http404


@login_required
@require_POST
def restore(request: SignedInRequest, work: int) -> HttpResponse:
    """Put a withdrawn work back as it was."""
    page = get_object_or_404(WorkPage.objects.filter(withdrawn_at__isnull=False), pk=work).specific
    if not may_decide_withdrawal(request.user, page):
        raise Http404
    with transaction.atomic():
        _set_withdrawn_at(page, None)
        page.withdrawals.filter(done_at__isnull=False, is_refused=False, undone_at__isnull=True).update(
            undone_by=request.user, undone_at=timezone.now()
        )
        log(instance=page, action="innovations.restore", user=request.user)
        say_restored(page)
    messages.success(request, _("The work can be read again."))
    return redirect(page.get_url(request) or "review_queue")


def _show_withdrawn(request: SignedInRequest, page: WorkPage) -> HttpResponse:
    """With the button that puts it back."""
    done = page.withdrawals.filter(done_at__isnull=False, is_refused=False).first()
    return render(request, "innovations/review/withdrawn.html", {"work": page, "done": done})


def _ask(request: SignedInRequest, page: WorkPage) -> HttpResponse:
    waiting = page.withdrawals.filter(done_at__isnull=True).first()
    form = ReasonForm(request.POST or None)
    if not waiting and form.is_valid():
        asked = Withdrawal.objects.create(work=page, reason=form.cleaned_data["reason"], asked_by=request.user)
        ask_for_withdrawal(asked)
        messages.success(request, _("The office was asked to withdraw the work, and will answer by e-mail."))
        return redirect("withdraw_work", page.pk)
    context = {"work": page, "form": form, "waiting": waiting, "decides": False}
    return render(request, "innovations/review/withdraw.html", context, status=422 if form.errors else 200)


def _decide(request: SignedInRequest, page: WorkPage) -> HttpResponse:
    waiting = page.withdrawals.filter(done_at__isnull=True).first()
    form = ReasonForm(request.POST or None, initial={"reason": waiting.reason} if waiting else None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if request.POST.get("action") == "refuse" and waiting:
            _refuse(waiting, reason, request)
        else:
            _withdraw(page, waiting or Withdrawal(work=page, asked_by=request.user), reason, request)
        return redirect("review_queue")
    context = {"work": page, "form": form, "waiting": waiting, "decides": True}
    return render(request, "innovations/review/withdraw.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _withdraw(page: WorkPage, row: Withdrawal, reason: str, request: SignedInRequest) -> None:
    row.reason, row.answer = (row.reason, reason) if row.pk else (reason, "")
    row.done_by, row.done_at = request.user, timezone.now()
    row.save()
    for state in page.workflow_states.filter(
        status__in=[WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES]
    ):
        state.cancel(user=request.user)
    _set_withdrawn_at(page, row.done_at)
    log(instance=page, action="innovations.withdraw", user=request.user, data={"reason": reason})
    say_withdrawn(page, reason)
    messages.success(request, _("The work was withdrawn. Its address says so to visitors."))


def _refuse(row: Withdrawal, answer: str, request: SignedInRequest) -> None:
    row.done_by, row.done_at, row.is_refused, row.answer = request.user, timezone.now(), True, answer
    row.save()
    say_refused(row)
    messages.success(request, _("The work stays published; who asked was told why."))


def _set_withdrawn_at(page: WorkPage, moment) -> None:
    """A save with signals, so that the index and what is counted follow at once."""
    page.withdrawn_at = moment
    page.save(update_fields=["withdrawn_at"])
