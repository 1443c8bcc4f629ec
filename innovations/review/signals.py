"""What follows a step of a review: letters in Thai instead of Wagtail's own; and who is asked follows the registers."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.admin import signal_handlers as wagtails
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    task_approved,
    task_rejected,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from innovations.models import CommitteeTask, Responsibility, ReviewState, Rubric, WorkPage

from . import letters
from .returning_guests import ask_guests_anew
from .scoring import settle

WAGTAILS = (
    (workflow_submitted, "workflow_state_submitted_email_notification", wagtails.workflow_submission_email_notifier),
    (workflow_rejected, "workflow_state_rejected_email_notification", wagtails.workflow_rejection_email_notifier),
    (workflow_approved, "workflow_state_approved_email_notification", wagtails.workflow_approval_email_notifier),
)


class UnlessWork:
    """Wagtail's own letter, for everything but works."""

    def __init__(self, notifier: Any) -> None:
        self.notifier = notifier

    def __call__(self, instance: WorkflowState | None = None, **kwargs: Any) -> Any:
        """As Wagtail, or nothing."""
        return None if _work_of(instance) else self.notifier(instance=instance, **kwargs)


def connect() -> None:
    """Connect the receivers; done once, when the apps are ready."""
    for signal, uid, notifier in WAGTAILS:
        # Under Wagtail's own name: whichever of the two apps is ready first, its own is not connected beside this.
        signal.disconnect(sender=WorkflowState, dispatch_uid=uid)
        signal.connect(UnlessWork(notifier), sender=WorkflowState, dispatch_uid=uid, weak=False)
    workflow_submitted.connect(_sent, sender=WorkflowState, dispatch_uid="innovations.review.sent")
    workflow_approved.connect(_approved, sender=WorkflowState, dispatch_uid="innovations.review.approved")
    task_submitted.connect(_step_began, sender=ReviewState, dispatch_uid="innovations.review.began")
    task_approved.connect(_step_passed, sender=ReviewState, dispatch_uid="innovations.review.passed")
    task_rejected.connect(_came_back, sender=ReviewState, dispatch_uid="innovations.review.came_back")
    for signal in (post_save, post_delete):
        signal.connect(_asked_changed, sender=Responsibility, dispatch_uid="innovations.review.responsible")
    m2m_changed.connect(
        _groups_changed, sender=get_user_model().groups.through, dispatch_uid="innovations.review.groups"
    )
    post_save.connect(_rubric_changed, sender=Rubric, dispatch_uid="innovations.review.rubric")


def ask_anew() -> None:
    """Ask those who may take the open steps as groups and registers stand now; who is new is written to."""
    for state in ReviewState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).select_related("task", "work"):
        before = set(state.reviewers.values_list("pk", flat=True))
        state.assign()
        letters.ask_reviewers(state, besides=before)


def _sent(instance: WorkflowState, **_kwargs: Any) -> None:
    if work := _work_of(instance):
        letters.confirm_receipt(work, instance)


def _approved(instance: WorkflowState, **_kwargs: Any) -> None:
    if work := _work_of(instance):
        letters.say_published(work, instance)


def _step_began(instance: ReviewState, **_kwargs: Any) -> None:
    letters.ask_reviewers(instance)
    ask_guests_anew(instance)


def _step_passed(instance: ReviewState, **_kwargs: Any) -> None:
    state = WorkflowState.objects.get(pk=instance.workflow_state_id)
    if state.status == WorkflowState.STATUS_IN_PROGRESS:
        letters.say_it_moved(instance)


def _came_back(instance: ReviewState, **_kwargs: Any) -> None:
    letters.say_it_came_back(instance)


def _asked_changed(raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        ask_anew()


def _groups_changed(action: str, **_kwargs: Any) -> None:
    if action in ("post_add", "post_remove", "post_clear"):
        ask_anew()


def _rubric_changed(raw: bool = False, **_kwargs: Any) -> None:
    """Fewer scores may be needed now than there are."""
    if raw:
        return
    tasks = CommitteeTask.objects.values("pk")
    for state in ReviewState.objects.filter(task__in=tasks, status=TaskState.STATUS_IN_PROGRESS):
        settle(state)


def _work_of(state: WorkflowState | None) -> WorkPage | None:
    """The work of this review, as its own kind."""
    work = WorkPage.objects.filter(pk=state.object_id).first() if state and state.object_id.isdigit() else None
    return work.specific if work else None
