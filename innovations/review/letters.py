"""What the review writes to people: in Thai, after the commit, and never in the way of what is being saved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
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
    """To the authors: it arrived, and what happens now."""
    _write_authors("received", work, steps=list(state.workflow.tasks))


def say_it_moved(state: ReviewState) -> None:
    """To the authors: a step was passed."""
    now = ReviewState.objects.filter(workflow_state=state.workflow_state_id, status=ReviewState.STATUS_IN_PROGRESS)
    _write_authors("moved", state.work, state=state, now=now.first())


def say_it_came_back(state: ReviewState) -> None:
    """To the authors: what has to change. With the result sheet where the committee's score was too low."""
    sheet = _url("review_result", state.pk) if state.mean is not None else ""
    _write_authors("returned", state.work, state=state, sheet=sheet)


def say_published(work: WorkPage, state: WorkflowState) -> None:
    """To the authors: it is published, with its level and the result sheet."""
    scored = ReviewState.objects.filter(workflow_state=state, mean__isnull=False).order_by("-pk").first()
    sheet = _url("review_result", scored.pk) if scored else ""
    _write("published", _authors(work), work, scored=scored, sheet=sheet, url=work.full_url)


def invite_guest(invitation: Invitation, *, is_anew: bool = False) -> None:
    """The link, to who has no account. `is_anew`: the work came back from its author."""
    values = {"invitation": invitation, "work": invitation.state.work, "url": _link(invitation), "is_anew": is_anew}
    _after_commit("guest", [invitation.email], values)


def remind_reviewer(user: User, states: list[ReviewState]) -> None:
    """One letter about all that is overdue."""
    url = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('review_queue')}"
    if user.email:
        _after_commit("overdue", [user.email], {"states": states, "url": url})


def remind_guest(invitation: Invitation) -> None:
    """With the link once more."""
    values = {"invitation": invitation, "states": [invitation.state], "url": _link(invitation)}
    _after_commit("overdue", [invitation.email], values)


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
    """Owner and authors with an account: of the latest draft, not those who were left out of it."""
    revision = work.latest_revision
    rows = revision.content.get("authors", ()) if revision else work.authors.values("person")
    named = Q(person__in=[row["person"] for row in rows if row.get("person")]) | Q(pk=work.owner_id)
    return list(get_user_model().objects.filter(named, is_active=True).distinct())


def _write_authors(name: str, work: WorkPage, **values: Any) -> None:
    """Who sent the work in is led to it; the other authors read who did: nobody else can open or change it."""
    sender, authors = work.owner, _authors(work)
    own = sender.email if sender else ""
    _write(name, [user for user in authors if user == sender], work, **values, url=_my_work(work))
    sent_by = (sender.get_full_name() or sender.get_username()) if sender else ""
    _write(name, [user for user in authors if user.email != own], work, **values, sent_by=sent_by)


def _write(name: str, users: Iterable[User], work: WorkPage, **values: Any) -> None:
    addresses = sorted({user.email for user in users if user.email})
    if addresses:
        _after_commit(name, addresses, values | {"work": work})


def _after_commit(name: str, addresses: list[str], values: dict[str, Any]) -> None:
    """Robust: what goes wrong with a letter is logged, and what was saved stays saved."""

    def send() -> None:
        _send(name, addresses, values)

    transaction.on_commit(send, robust=True)


def _send(name: str, addresses: list[str], values: dict[str, Any]) -> None:
    """The first line of the template is the subject."""
    with translation.override(settings.LANGUAGE_CODE):
        subject, _line, text = render_to_string(f"{FOLDER}/{name}.txt", values).strip().partition("\n")
    for address in addresses:
        send_letter(address, subject, text.strip() + "\n")


def _link(invitation: Invitation) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{invitation.get_absolute_url()}"


def _my_work(work: WorkPage) -> str:
    return _url("my_works:work", work.pk)


def _url(name: str, key: int) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(name, args=[key])}"
