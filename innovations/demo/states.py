"""Brings the demo's unpublished works to where they stand: drafts, each step of the review, come back, withdrawn."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from wagtail.models import WorkflowState

from innovations.demo.accounts import DemoUsers
from innovations.demo.outline import DemoWork
from innovations.demo.page_maker import PageMaker, publications_of, publish
from innovations.demo.waiting import in_review, others
from innovations.models import Invitation, ReviewState, Withdrawal, WorkPage
from innovations.review.scoring import Given, Scorer, committee_of, keep

if TYPE_CHECKING:
    from collections.abc import Container

    from portal.accounts.models import User

GUEST = "ผู้ทรงคุณวุฒิภายนอก (ตัวอย่าง)"
GUEST_DAYS = 30
POINTS = (4, 3, 4, 2)
COMMENT = "กระบวนการชัดเจนและทำซ้ำได้ ควรเพิ่มข้อมูลการติดตามหลังสิ้นสุดการฝึก และบอกข้อจำกัดของกลุ่มเป้าหมายขนาดเล็ก"


def add_waiting(maker: PageMaker, users: DemoUsers, missing: Container[str]) -> None:
    """Make those works whose key is among the missing."""
    if others.DRAFT.key in missing:
        _draft(maker, others.DRAFT, users["teacher1"])
    if in_review.COMPLETENESS.key in missing:
        _sent(maker, in_review.COMPLETENESS, users["teacher1"])
    if in_review.SUPERVISOR.key in missing:
        _act(_sent(maker, in_review.SUPERVISOR, users["teacher1"]), users["supervisor2"], "approve")
    if in_review.COMMITTEE.key in missing:
        _to_committee(_sent(maker, in_review.COMMITTEE, users["teacher1"]), users)
    if others.RETURNED.key in missing:
        state = _sent(maker, others.RETURNED, users["teacher1"])
        _act(state, users["supervisor"], "reject", others.RETURNED_WITH)
    if others.WITHDRAWN.key in missing:
        _withdrawn(maker, others.WITHDRAWN, users)


def waiting_works() -> tuple[DemoWork, ...]:
    """All of them."""
    sent = (in_review.COMPLETENESS, in_review.SUPERVISOR, in_review.COMMITTEE)
    return (others.DRAFT, *sent, others.RETURNED, others.WITHDRAWN)


def _draft(maker: PageMaker, work: DemoWork, owner: User) -> WorkPage:
    """Without pictures: those of unpublished works are for few."""
    page = maker.make(work, owner, has_files=False)
    page.save_revision(user=owner)
    return page


def _sent(maker: PageMaker, work: DemoWork, owner: User) -> WorkflowState:
    page = _draft(maker, work, owner)
    return page.get_workflow().start(page, owner)


def _act(state: WorkflowState, user: User, action: str, comment: str = "") -> ReviewState:
    """Take the step where it is; gives the one that follows, or the same when it came back."""
    step = _step_of(state)
    step.task.specific.on_action(step, user, action, comment=comment)
    return _step_of(state)


def _step_of(state: WorkflowState) -> ReviewState:
    return ReviewState.objects.get(pk=WorkflowState.objects.get(pk=state.pk).current_task_state_id)


def _to_committee(state: WorkflowState, users: DemoUsers) -> None:
    _act(state, users["supervisor2"], "approve")
    step = _act(state, users["supervisor"], "approve", "หลักฐานครบและตรงกับวัตถุประสงค์ เห็นควรเสนอคณะกรรมการ")
    criteria = committee_of(step).rubric.criteria.all()
    marks = {criterion: (POINTS[place % len(POINTS)], "") for place, criterion in enumerate(criteria)}
    keep(step, Scorer(user=users["committee1"]), Given(marks, COMMENT, has_no_interest=True), hands_in=True)
    until = timezone.now() + timedelta(days=GUEST_DAYS)
    Invitation.objects.create(
        state=step, name=GUEST, email="guest@example.org", invited_by=users["supervisor"], expires_at=until
    )


def _withdrawn(maker: PageMaker, work: DemoWork, users: DemoUsers) -> None:
    page = maker.make(work, users["teacher1"], has_files=False)
    publish(page, publications_of([work])[0])
    now = timezone.now()
    Withdrawal.objects.create(
        work_id=page.pk,
        reason=others.WITHDRAWN_BECAUSE,
        asked_by=users["teacher1"],
        done_by=users["supervisor"],
        done_at=now,
    )
    published = WorkPage.objects.get(pk=page.pk)
    published.withdrawn_at = now
    published.save(update_fields=["withdrawn_at"])
