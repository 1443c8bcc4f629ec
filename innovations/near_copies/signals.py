"""When sketches are made: after a page is published or a work sent in. Drafts that are saved cost nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, WorkflowState
from wagtail.signals import (
    page_published,
    page_unpublished,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)

from innovations.models import WorkPage
from portal.content.models import KnowledgePage

from .sketches import forget, keep_draft, keep_published

_ENDS: Final = (workflow_approved, workflow_cancelled, workflow_rejected)


def connect() -> None:
    """Connect the receivers; done once, when the apps are ready."""
    page_published.connect(_published, dispatch_uid="innovations.sketch.published")
    page_unpublished.connect(_unpublished, dispatch_uid="innovations.sketch.unpublished")
    workflow_submitted.connect(_sent_in, dispatch_uid="innovations.sketch.sent_in")
    for signal in _ENDS:
        signal.connect(_review_ended, dispatch_uid=f"innovations.sketch.ended.{id(signal)}")


def _published(sender: Any, instance: Any, **_kwargs: Any) -> None:
    """After the glossary kept the page's text, in the same transaction."""
    if issubclass(sender, KnowledgePage):
        _after_commit(keep_published, instance.pk)


def _unpublished(sender: Any, instance: Any, **_kwargs: Any) -> None:
    if issubclass(sender, KnowledgePage):
        forget(instance.pk, is_of_draft=False)


def _sent_in(instance: WorkflowState, **_kwargs: Any) -> None:
    for work in _works_of(instance):
        _after_commit(keep_draft, work)


def _review_ended(instance: WorkflowState, **_kwargs: Any) -> None:
    for work in _works_of(instance):
        forget(work.pk, is_of_draft=True)


def _works_of(state: WorkflowState) -> Any:
    """The work that a workflow is about; none for other things."""
    is_page = state.base_content_type == ContentType.objects.get_for_model(Page)
    return WorkPage.objects.filter(pk=state.object_id) if is_page else WorkPage.objects.none()


def _after_commit(do: Callable[[Any], object], about: Any) -> None:
    """Django logs the name of what fails then: a partial has none."""
    transaction.on_commit(lambda: do(about), robust=True)
