"""The way of a work from sending to publication, back with comments, and on."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import WorkflowState

from innovations.models import BestPracticePage, CompletenessTask, ReviewState, SupervisorTask
from portal.content.models import LearningArea

from .conftest import act, give, make_user, send, state_now


def test_a_work_goes_through_check_review_and_score_and_is_published_with_its_level(work, teacher, supervisor, members):
    send(work, teacher)
    assert isinstance(state_now(work).task.specific, CompletenessTask)
    act(work, supervisor)
    assert isinstance(state_now(work).task.specific, SupervisorTask)
    act(work, supervisor, comment="ดีมาก")
    state = state_now(work)
    for member, points in zip(members, (4, 4, 3), strict=True):
        give(state, points, user=member)
    published = BestPracticePage.objects.get(pk=work.pk)
    state.refresh_from_db()
    assert published.live and published.recognition.name == "ระดับดีเยี่ยม"
    assert (state.mean, state.spread) == (Decimal("91.67"), Decimal("14.43"))


def test_below_the_least_level_the_work_comes_back_with_the_result_and_is_scored_anew(scored, work, teacher, members):
    for member in members:
        give(scored, 2, user=member)
    workflow = WorkflowState.objects.get(object_id=str(work.pk))
    scored.refresh_from_db()
    assert workflow.status == WorkflowState.STATUS_NEEDS_CHANGES and "50.00" in scored.comment
    assert not BestPracticePage.objects.get(pk=work.pk).live
    workflow.resume(teacher)
    again = state_now(work)
    assert again.task_id == scored.task_id and not again.score_rows.exists()


@pytest.mark.parametrize("passed", [0, 1, 2])
def test_sent_back_at_any_step_it_goes_on_at_that_step(work, teacher, supervisor, members, passed):
    send(work, teacher)
    for _step in range(passed):
        act(work, supervisor)
    step = state_now(work)
    act(work, members[0] if passed == 2 else supervisor, "reject", comment="แก้ชื่อเรื่อง")
    work.save_revision(user=teacher)
    WorkflowState.objects.get(object_id=str(work.pk)).resume(teacher)
    assert state_now(work).task_id == step.task_id
    assert state_now(work).revision_id != step.revision_id


def test_what_is_published_is_what_was_reviewed(scored, work, members):
    work.title = "เขียนใหม่ระหว่างพิจารณา"
    work.save_revision()
    for member in members:
        give(scored, user=member)
    assert BestPracticePage.objects.get(pk=work.pk).title == "นิทานหน้าเสาธง"


def test_a_published_work_is_corrected_while_the_old_one_stays(scored, work, teacher, supervisor, members):
    for member in members:
        give(scored, user=member)
    published = BestPracticePage.objects.get(pk=work.pk)
    published.title = "ฉบับแก้ไข"
    published.save_revision(user=teacher)
    send(published, teacher)
    assert BestPracticePage.objects.get(pk=work.pk).title == "นิทานหน้าเสาธง"
    act(work, supervisor)
    act(work, supervisor)
    for member in members:
        give(state_now(work), 3, user=member)
    corrected = BestPracticePage.objects.get(pk=work.pk)
    assert corrected.title == "ฉบับแก้ไข" and corrected.recognition.name == "ระดับดี"


def test_the_register_names_who_reviews_and_without_a_match_the_group_is_asked_and_that_is_said(
    work, teacher, supervisor
):
    thai, maths = LearningArea.objects.get(code="th"), LearningArea.objects.get(code="ma")
    expert = make_user("expert")
    expert.responsibilities.create(learning_area=thai)
    make_user("other").responsibilities.create(learning_area=maths)
    work.learning_areas.set([thai])
    work.save_revision(user=teacher)
    send(work, teacher)
    act(work, supervisor)
    state = state_now(work)
    assert list(state.reviewers.all()) == [expert] and not state.is_fallback
    expert.responsibilities.all().delete()  # the open steps follow the register
    state.refresh_from_db()
    assert list(state.reviewers.all()) == [supervisor] and state.is_fallback


def test_the_committee_cannot_approve_past_the_scores(scored, members):
    with pytest.raises(PermissionDenied):
        scored.task.specific.on_action(scored, members[0], "approve")
    assert ReviewState.objects.get(pk=scored.pk).is_open


def test_one_score_less_needed_ends_a_step_that_waits(scored, members):
    for member in members[:2]:
        give(scored, user=member)
    rubric = scored.task.specific.rubric
    rubric.scores_needed = 2
    rubric.save()
    assert not ReviewState.objects.get(pk=scored.pk).is_open
