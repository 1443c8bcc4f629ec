"""Who opens what, by guessing addresses too."""

import pytest
from django.urls import reverse

from .conftest import act, give, make_user, send, state_now

# role: (check, review, committee, guests, result), each the status of a GET
MATRIX = {
    None: (302, 302, 302, 302, 302),
    "teacher": (404, 404, 404, 404, 200),
    "coauthor": (404, 404, 404, 404, 200),
    "stranger": (404, 404, 404, 404, 404),
    "member": (404, 404, 200, 404, 200),
    "supervisor": (200, 200, 404, 200, 200),
    "expert": (404, 200, 404, 200, 200),
    "moderator": (404, 404, 404, 404, 404),
    "boss": (200, 200, 200, 200, 200),
}


@pytest.fixture
def people(teacher, coauthor, supervisor, members, moderator, boss):
    return {
        None: None,
        "teacher": teacher,
        "coauthor": coauthor,
        "stranger": make_user("stranger"),
        "member": members[0],
        "supervisor": supervisor,
        "expert": make_user("expert", "ศึกษานิเทศก์"),
        "moderator": moderator,
        "boss": boss,
    }


def test_each_role_opens_what_it_was_asked_for_and_nothing_else(client, work, people, members):
    supervisor = people["supervisor"]
    people["expert"].groups.clear()
    send(work, people["teacher"])
    check = state_now(work)
    act(work, supervisor)
    review = state_now(work)
    review.reviewers.add(people["expert"])
    act(work, people["expert"])
    committee = state_now(work)
    for member in members:
        give(committee, user=member)
    addresses = [
        reverse("review", args=[check.pk]),
        reverse("review", args=[review.pk]),
        reverse("review", args=[committee.pk]),
        reverse("review_guests", args=[committee.pk]),
        reverse("review_result", args=[committee.pk]),
    ]
    found = {}
    for role, user in people.items():
        client.logout()
        if user:
            client.force_login(user)
        found[role] = tuple(client.get(address).status_code for address in addresses)
    assert found == MATRIX


def test_there_is_no_result_before_the_committee_has_finished(client, scored, teacher, boss):
    for user in (teacher, boss):
        client.force_login(user)
        assert client.get(reverse("review_result", args=[scored.pk])).status_code == 404


def test_the_author_does_not_read_who_scored_and_the_office_does(client, scored, teacher, boss, members):
    for member in members:
        give(scored, user=member)
    address = reverse("review_result", args=[scored.pk])
    client.force_login(teacher)
    assert "member1" not in client.get(address).content.decode()
    client.force_login(boss)
    assert "member1" in client.get(address).content.decode()


def test_files_of_the_draft_are_given_to_its_reviewers_only(client, work, teacher, supervisor, people):
    from tests.factories import make_document

    ours, foreign = make_document("แบบสังเกต", b"observed"), make_document("อื่น")
    work.attachments.create(document=ours)
    work.save_revision()
    send(work, teacher)
    state = state_now(work)
    address = reverse("review_file", args=[state.pk, "document", ours.pk])
    client.force_login(supervisor)
    assert b"".join(client.get(address).streaming_content) == b"observed"
    assert client.get(reverse("review_file", args=[state.pk, "document", foreign.pk])).status_code == 404
    for role in ("stranger", "coauthor", "member"):
        client.force_login(people[role])
        assert client.get(address).status_code == 404


def test_a_decision_by_form_sends_on_or_back_and_back_only_with_a_word(client, work, teacher, supervisor):
    send(work, teacher)
    client.force_login(supervisor)
    address = reverse("review", args=[state_now(work).pk])
    assert client.post(address, {"action": "reject", "comment": " "}).status_code == 422
    assert state_now(work)
    assert client.post(address, {"action": "approve", "comment": ""}).status_code == 302
    second = reverse("review", args=[state_now(work).pk])
    assert second != address
    client.post(second, {"action": "reject", "comment": "เพิ่มหลักฐาน"})
    assert work.current_workflow_state.current_task_state.comment == "เพิ่มหลักฐาน"


@pytest.mark.parametrize("role", ["boss", "supervisor"])
def test_what_was_taken_in_the_meantime_is_said_and_not_taken_twice(client, work, teacher, supervisor, boss, role):
    send(work, teacher)
    address = reverse("review", args=[state_now(work).pk])
    act(work, supervisor)
    client.force_login({"boss": boss, "supervisor": supervisor}[role])
    response = client.post(address, {"action": "approve", "comment": ""}, follow=True)
    assert response.status_code == 200 and response.context["messages"]
    assert len(work.review_states.all()) == 2


def test_who_may_decide_reads_the_work_in_the_editor_and_changes_nothing(client, work, teacher, supervisor, members):
    send(work, teacher)
    edit = reverse("wagtailadmin_pages:edit", args=[work.pk])
    client.force_login(supervisor)
    assert client.get(edit).status_code == 200
    before = work.revisions.count()
    client.post(edit, {"title": "เปลี่ยนโดยผู้พิจารณา", "slug": "changed"})
    client.post(edit, {"title": "เปลี่ยนโดยผู้พิจารณา", "slug": "changed", "action-publish": "1"})
    assert work.revisions.count() == before
    act(work, supervisor)
    act(work, supervisor)
    assert client.get(edit).status_code == 302  # the committee's step is not theirs
