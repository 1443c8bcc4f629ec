"""Who lets a work wait past its day is reminded: at once, then every so many days, as the step says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from innovations.models import ReviewState
from innovations.models.review.own import barred_ids
from portal.plugins.models import SwitchedOffPlugin

from .letters import remind_guest, remind_reviewer

if TYPE_CHECKING:
    from portal.accounts.models import User


@transaction.atomic
def remind_late() -> int:
    """Write about every step that is overdue and due for a reminder; how many letters.

    A reviewer gets one letter about all of them. Nothing is written while the plugin is switched off."""
    if SwitchedOffPlugin.objects.filter(label="innovations").exists():
        return 0
    of_users: defaultdict[User, list[ReviewState]] = defaultdict(list)
    letters = 0
    for state in _late(timezone.now()):
        for user in _waited_for(state):
            of_users[user].append(state)
        for invitation in state.invitations.select_related("state__work", "state__task").filter(score=None):
            if invitation.is_valid:
                remind_guest(invitation)
                letters += 1
    for user, states in of_users.items():
        remind_reviewer(user, states)
    return letters + len(of_users)


def _late(now: datetime) -> Iterator[ReviewState]:
    """The steps to write about, each noted as written about: another timer passes them over."""
    states = ReviewState.objects.filter(status=ReviewState.STATUS_IN_PROGRESS, due_at__lt=now)
    for state in states.select_related("work", "task").order_by("due_at", "pk"):
        every = state.task.specific.remind_every
        is_time = state.reminded_at is None or state.reminded_at <= now - timedelta(days=every)
        noted = ReviewState.objects.filter(pk=state.pk, reminded_at=state.reminded_at)
        if every and is_time and noted.update(reminded_at=now):
            yield state


def _waited_for(state: ReviewState) -> list[User]:
    """Who was asked and has not scored yet; never owner and authors."""
    scored = state.score_rows.filter(submitted_at__isnull=False, reviewer__isnull=False).values("reviewer")
    asked = state.reviewers.filter(is_active=True).exclude(pk__in=scored)
    return list(asked.exclude(pk__in=barred_ids(state.work)).order_by("pk"))
