"""Sending a work in, taking it back, and answering the comments with which it returned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from innovations.models import ReviewAnswer, WorkPage

from .checks import check
from .drafts import draft_of
from .states import standing_of

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from portal.accounts.models import User


@transaction.atomic
def send(page: WorkPage, user: User, answer: str = "") -> None:
    """Start the review of the latest draft, or go on with the one from which the work came back.

    Raises `ValidationError`, with a message for the contributor, where it cannot be sent."""
    standing = standing_of(page)
    if not standing.is_editable:
        raise ValidationError(_("This work has been sent already."))
    if page.live and not page.has_unpublished_changes:
        raise ValidationError(_("Nothing has changed since this work was published."))
    if not check(draft_of(page)).may_be_sent:
        raise ValidationError(_("Something that is needed is still missing. See the list."))
    if standing.key == "returned" and standing.workflow:
        _answer(page, standing.workflow, user, answer)
        standing.workflow.resume(user)
        return
    workflow = page.get_workflow()
    if workflow is None:
        raise ValidationError(
            _("The office has not set up the review yet. Your draft is safe; tell the supervisor of your network.")
        )
    workflow.start(page, user)


@transaction.atomic
def take_back(page: WorkPage, user: User) -> None:
    """End the review so that the work can be changed; the draft stays as it was sent."""
    standing = standing_of(page)
    if standing.key != "review" or standing.workflow is None:
        raise ValidationError(_("This work is not in review."))
    standing.workflow.cancel(user=user)


def _answer(page: WorkPage, state: WorkflowState, user: User, text: str) -> None:
    if text.strip():
        ReviewAnswer.objects.create(page=page, task_state=state.current_task_state, user=user, text=text.strip())
