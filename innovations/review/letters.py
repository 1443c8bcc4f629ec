"""What the review writes to people: in Thai, after the commit, and never in the way of what is being saved."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from wagtail.models import WorkflowState

from innovations.models import CommitteeTask, Invitation, ReviewState, SupervisorTask, Withdrawal, WorkPage
from innovations.models.review.own import barred_ids
from portal.mail.letters import send_letter

if TYPE_CHECKING:
    from portal.accounts.models import User

FOLDER = "innovations/review/letters"


def ask_reviewers(state: ReviewState, besides: Iterable[int] = ()) -> None:
    """A step waits for them; not again to those with the keys `besides`."""
    is_scored = isinstance(state.task.specific, CommitteeTask)
    users = state.reviewers.exclude(pk__in=besides)
    _write("asked", users, state.work, state=state, is_scored=is_scored, url=_url("review", state.pk))


def confirm_receipt(work: WorkPage, state: WorkflowState) -> None:
    """To the author: it arrived, and what happens now."""
    _write("received", _owner(work), work, steps=list(state.workflow.tasks), url=_my_work(work))


def say_it_moved(state: ReviewState) -> None:
    """To the author: a step was passed."""
    now = ReviewState.objects.filter(workflow_state=state.workflow_state_id, status=ReviewState.STATUS_IN_PROGRESS)
    _write("moved", _owner(state.work), state.work, state=state, now=now.first(), url=_my_work(state.work))


def say_it_came_back(state: ReviewState) -> None:
    """To the author: what has to change. With the result sheet where the committee's score was too low."""
    sheet = _url("review_result", state.pk) if state.mean is not None else ""
    _write("returned", _owner(state.work), state.work, state=state, sheet=sheet, url=_my_work(state.work))


def say_published(work: WorkPage, state: WorkflowState) -> None:
    """To the author: it is published, with its level and the result sheet."""
    scored = ReviewState.objects.filter(workflow_state=state, mean__isnull=False).order_by("-pk").first()
    sheet = _url("review_result", scored.pk) if scored else ""
    _write("published", _authors(work), work, scored=scored, sheet=sheet, url=work.full_url)


def invite_guest(invitation: Invitation) -> None:
    """The link, to who has no account."""
    url = f"{settings.WAGTAILADMIN_BASE_URL}{invitation.get_absolute_url()}"
    values = {"invitation": invitation, "work": invitation.state.work, "url": url}
    transaction.on_commit(partial(_send, "guest", [invitation.email], values), robust=True)


def ask_for_withdrawal(row: Withdrawal) -> None:
    """To the supervisors who reviewed the work, else to who reviews at all."""
    users = get_user_model().objects.filter(is_active=True).exclude(pk__in=barred_ids(row.work))
    asked = ReviewState.objects.filter(task__content_type__model=SupervisorTask._meta.model_name)
    of_work = users.filter(review_states__in=asked.filter(work=row.work)).distinct()
    found = list(of_work) or list(users.filter(is_superuser=True))
    _write("withdrawal_asked", found, row.work, row=row, url=_url("withdraw_work", row.work_id))


def say_refused(row: Withdrawal) -> None:
    """To who asked: why the work stays."""
    _write("withdrawal_refused", [row.asked_by] if row.asked_by else [], row.work, row=row, url=row.work.full_url)


def say_withdrawn(work: WorkPage, reason: str) -> None:
    """To the author."""
    _write("withdrawn", _authors(work), work, reason=reason, url=work.full_url)


def say_restored(work: WorkPage) -> None:
    """To the author."""
    _write("restored", _authors(work), work, url=work.full_url)


def _authors(work: WorkPage) -> list[User]:
    """Owner and authors with an account."""
    return list(get_user_model().objects.filter(pk__in=barred_ids(work), is_active=True))


def _owner(work: WorkPage) -> list[User]:
    """Who sent it in: the only one who can change it."""
    return [work.owner] if work.owner and work.owner.is_active else []


def _write(name: str, users: Iterable[User], work: WorkPage, **values: Any) -> None:
    addresses = sorted({user.email for user in users if user.email})
    if addresses:
        transaction.on_commit(partial(_send, name, addresses, values | {"work": work}), robust=True)


def _send(name: str, addresses: list[str], values: dict[str, Any]) -> None:
    """The first line of the template is the subject."""
    with translation.override(settings.LANGUAGE_CODE):
        subject, _line, text = render_to_string(f"{FOLDER}/{name}.txt", values).strip().partition("\n")
    for address in addresses:
        send_letter(address, subject, text.strip() + "\n")


def _my_work(work: WorkPage) -> str:
    return _url("my_works:work", work.pk)


def _url(name: str, key: int) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=[key])}"
