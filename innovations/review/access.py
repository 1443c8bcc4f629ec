"""Who sees what of a review. Whatever somebody may not see does not exist for them: 404."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.http import Http404

from innovations.models import CommitteeTask, ReviewState, SupervisorTask, WorkPage
from innovations.models.review.own import barred_ids, is_own

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from portal.accounts.models import User


def states_for(user: User) -> QuerySet[ReviewState]:
    """The steps that this person was asked to take, or may as a superuser; never of own works."""
    states = ReviewState.objects.exclude(barred=user)
    return states if user.is_superuser else states.filter(reviewers=user)


def state_or_404(user: User, pk: int) -> ReviewState:
    """A step of which this person reads: one that they were asked for, open or done. The barred are asked anew."""
    state = states_for(user).filter(pk=pk).select_related("work", "revision", "task", "workflow_state").first()
    if state is None or not user.is_active or is_own(state.work, user):
        raise Http404
    return state


def is_committee(state: ReviewState) -> bool:
    """This step is done by scoring."""
    return state.task.content_type_id == _type_of(CommitteeTask)


def may_manage(user: User, state: ReviewState) -> bool:
    """Invite guests, see how the committee gets on: superusers and the supervisors who were asked about this work."""
    if not user.is_active or is_own(state.work, user):
        return False
    return user.is_superuser or _was_asked_as_supervisor(user, state.work_id)


def open_committee(user: User, state: ReviewState) -> ReviewState | None:
    """The step in which the committee scores the work now, for who may invite guests to it."""
    states = ReviewState.objects.filter(work_id=state.work_id, status=ReviewState.STATUS_IN_PROGRESS)
    found = states.filter(task__content_type=_type_of(CommitteeTask)).first()
    return found if found and may_manage(user, state) else None


def may_decide_withdrawal(user: User, work: WorkPage) -> bool:
    """Supervisors who were asked about the work, those who may publish pages, superusers; not the owner or authors."""
    if not user.is_active or user.pk in barred_ids(work):
        return False
    if user.is_superuser or _was_asked_as_supervisor(user, work.pk):
        return True
    return work.permissions_for_user(user).can_set_view_restrictions()


def barred_addresses(state: ReviewState) -> set[str]:
    """The e-mail addresses of owner and authors, in small letters: no link is theirs."""
    users = get_user_model().objects.filter(pk__in=barred_ids(state.work))
    return {email.strip().lower() for email in users.values_list("email", flat=True) if email.strip()}


def _was_asked_as_supervisor(user: User, work_id: int) -> bool:
    states = ReviewState.objects.filter(work_id=work_id, reviewers=user)
    return states.filter(task__content_type=_type_of(SupervisorTask)).exists()


def _type_of(model: type) -> int:
    return ContentType.objects.get_for_model(model).pk
