"""Nobody decides about their own work, and nobody publishes past the review: every door is tried."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from innovations.models import BestPracticePage, ReviewState

from .conftest import act, give, send, state_now

WORK = {"title": "นิทานหน้าเสาธง", "slug": "new", "licence": "by-nc-sa"}


def is_live(work) -> bool:
    return BestPracticePage.objects.get(pk=work.pk).live


@pytest.fixture
def own(work, boss, coauthor):
    """A superuser's own work, with a co-author who is a supervisor and of the committee."""
    work.owner = boss
    work.save(update_fields=["owner"])
    return work


@pytest.mark.parametrize("who", ["boss", "coauthor"])
def test_owner_and_authors_take_no_step_of_their_own_work(own, who, request, supervisor, members):
    user = request.getfixturevalue(who)
    send(own, user)
    for step in range(3):
        state = state_now(own)
        page = Page.objects.get(pk=own.pk)
        assert page.current_workflow_task.get_actions(page, user) == []
        assert not TaskState.objects.reviewable_by(user).exists()
        assert page.get_lock().for_user(user)
        for action in ("approve", "reject"):
            with pytest.raises(PermissionDenied):
                state.task.specific.on_action(state, user, action)
        if step < 2:
            act(own, supervisor)
    with pytest.raises(PermissionDenied):
        give(state_now(own), user=user)
    assert not is_live(own)


@pytest.mark.parametrize("who", ["boss", "coauthor"])
def test_the_pages_of_the_review_do_not_exist_for_owner_and_authors(client, own, who, request, supervisor, members):
    user = request.getfixturevalue(who)
    send(own, user)
    client.force_login(user)
    for step in range(3):
        state = state_now(own)
        assert client.get(reverse("review", args=[state.pk])).status_code == 404
        for action in ("approve", "reject", "score"):
            assert (
                client.post(reverse("review", args=[state.pk]), {"action": action, "comment": "x"}).status_code == 404
            )
        assert client.get(reverse("review_guests", args=[state.pk])).status_code == 404
        assert own.draft_title not in client.get(reverse("review_queue")).content.decode()
        if step < 2:
            act(own, supervisor)


def test_who_was_an_author_in_a_draft_that_was_sent_stays_barred(own, boss, coauthor, supervisor):
    workflow = send(own, boss)
    act(own, supervisor, "reject", comment="แก้ไข")
    own.authors.set([])
    own.save_revision()
    workflow.refresh_from_db()
    workflow.resume(boss)
    assert not state_now(own).may_be_taken_by(coauthor)


@pytest.mark.parametrize("who", ["boss", "moderator"])
def test_no_door_of_the_admin_publishes_a_work(client, work, shelf, who, request):
    client.force_login(request.getfixturevalue(who))
    edit = reverse("wagtailadmin_pages:edit", args=[work.pk])
    data = client.get(edit).context["form"].initial
    posted = {key: value for key, value in data.items() if isinstance(value, str | int)}
    client.post(edit, posted | WORK | {"action-publish": "1"})
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{bulk}?id={work.pk}&next=/admin/", {"include_descendants": ""})
    client.post(
        reverse("wagtailadmin_pages:copy", args=[work.pk]),
        {"new_title": "สำเนา", "new_slug": "copy", "new_parent_page": shelf.pk, "publish_copies": "on"},
    )
    client.post(
        reverse("wagtailadmin_pages:add", args=["innovations", "bestpracticepage", shelf.pk]),
        WORK | {"action-publish": "1"},
    )
    assert not BestPracticePage.objects.filter(live=True).exists()
    page = Page.objects.get(pk=work.pk)
    with pytest.raises(PermissionDenied):
        page.get_latest_revision().publish(user=request.getfixturevalue(who))


def test_a_scheduled_day_publishes_nothing_that_was_not_reviewed(client, boss, work):
    work.go_live_at = timezone.now() + timedelta(minutes=1)
    work.save_revision()
    client.force_login(boss)
    client.post(reverse("wagtailadmin_pages:edit", args=[work.pk]), WORK | {"action-publish": "1"})
    Page.objects.filter(pk=work.pk).update(go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    assert not is_live(work)


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_the_admins_workflow_actions_ask_the_same(client, own, boss, supervisor, moderator, action):
    send(own, boss)
    state = state_now(own)
    address = reverse("wagtailadmin_pages:workflow_action", args=[own.pk, action, state.pk])
    confirm = reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[own.pk])
    for user in (boss, moderator):
        client.force_login(user)
        client.post(address, {"comment": "x"})
        client.post(
            reverse("wagtailadmin_pages:edit", args=[own.pk]),
            WORK | {"action-workflow-action": "1", "workflow-action-name": action},
        )
        client.get(confirm)
        state.refresh_from_db()
        assert state.is_open


def test_another_workflow_assigned_to_the_shelf_is_not_taken(work, shelf, boss):
    weak = Workflow.objects.create(name="ทางลัด")
    WorkflowPage.objects.create(page=shelf, workflow=weak)
    assert work.get_workflow() != weak
    Workflow.objects.exclude(pk=weak.pk).update(active=False)
    assert work.get_workflow() not in (None, weak)


def test_a_workflow_without_steps_or_approved_by_the_owner_publishes_nothing(work, teacher):
    empty = Workflow.objects.create(name="ไม่มีขั้นตอน")
    with pytest.raises(PermissionDenied):
        empty.start(work, teacher)
    task = GroupApprovalTask.objects.create(name="ใครก็ได้")
    WorkflowTask.objects.create(workflow=empty, task=task)
    state = empty.start(work, teacher)
    with pytest.raises(PermissionDenied):
        state.current_task_state.approve(user=teacher)
    assert not is_live(work)
    assert WorkflowState.objects.get(pk=state.pk).status == WorkflowState.STATUS_IN_PROGRESS


def test_a_copy_brings_neither_publication_nor_reviews(scored, work, members):
    for member in members:
        give(scored, user=member)
    copy = BestPracticePage.objects.get(pk=work.pk).copy(update_attrs={"slug": "copy"}, keep_live=False)
    assert not copy.live and not ReviewState.objects.filter(work=copy).exists()
