"""Each member scores alone, hands in once, and sees the others afterwards."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from innovations.models import CommitteeTask, ReviewState, Score

from .conftest import give


def filled(state, points=3, **more):
    criteria = CommitteeTask.objects.get(pk=state.task_id).rubric.criteria.all()
    return {f"points_{criterion.pk}": points for criterion in criteria} | more


def test_nobody_sees_the_scores_of_others_before_handing_in(client, scored, members, boss, supervisor):
    give(scored, 2, user=members[0])
    address = reverse("review", args=[scored.pk])
    for user in (members[1], boss):
        client.force_login(user)
        seen = client.get(address)
        assert "50.00" not in seen.content.decode() and "member1" not in seen.content.decode()
    client.force_login(members[1])
    client.post(address, filled(scored, action="score", has_no_interest="on"))
    assert "50.00" in client.get(address).content.decode()


def test_the_names_of_authors_are_hidden_while_the_committee_scores(client, scored, members):
    client.force_login(members[0])
    assert "ปิติ" not in client.get(reverse("review", args=[scored.pk])).content.decode()
    for member in members:
        give(scored, user=member)
    assert "ปิติ" in client.get(reverse("review", args=[scored.pk])).content.decode()


def test_scores_of_an_earlier_round_are_hidden_from_who_has_to_score_anew(client, scored, work, teacher, members):
    for member in members:
        give(scored, 2, user=member)
    work.current_workflow_state.resume(teacher)
    again = ReviewState.objects.get(work=work, status="in_progress")
    client.force_login(members[0])
    assert "50.00" not in client.get(reverse("review", args=[again.pk])).content.decode()


def test_saved_for_later_it_does_not_count_and_is_there_again(client, scored, members):
    client.force_login(members[0])
    address = reverse("review", args=[scored.pk])
    first = CommitteeTask.objects.get(pk=scored.task_id).rubric.criteria.first()
    client.post(address, {"action": "save", f"points_{first.pk}": 4, f"comment_{first.pk}": "ชัดเจน"})
    score = Score.objects.get(state=scored)
    assert score.submitted_at is None and score.marks.get().reason == first.level_4
    assert "ชัดเจน" in client.get(address).content.decode()


@pytest.mark.parametrize("lacks", ["points", "has_no_interest"])
def test_only_a_whole_score_is_handed_in_and_nothing_chosen_is_lost(client, scored, members, lacks):
    client.force_login(members[0])
    data = filled(scored, action="score", has_no_interest="on")
    del data[next(key for key in data if key.startswith(lacks))]
    response = client.post(reverse("review", args=[scored.pk]), data)
    assert response.status_code == 422 and response.content.decode().count(" checked") >= 3
    assert not Score.objects.filter(submitted_at__isnull=False).exists()


def test_a_score_is_handed_in_once(scored, members):
    give(scored, user=members[0])
    with pytest.raises(PermissionDenied):
        give(scored, 1, user=members[0])


def test_points_outside_of_the_scale_are_refused(client, scored, members):
    client.force_login(members[0])
    data = filled(scored, 5, action="score", has_no_interest="on")
    assert client.post(reverse("review", args=[scored.pk]), data).status_code == 422


def test_the_history_keeps_what_the_rubric_said_when_it_is_changed_later(scored, members):
    criterion = CommitteeTask.objects.get(pk=scored.task_id).rubric.criteria.first()
    name = criterion.name
    give(scored, user=members[0])
    criterion.delete()
    assert Score.objects.get().marks.first().name == name


def test_a_member_sends_a_work_back_with_a_reason(client, scored, work, members):
    client.force_login(members[0])
    address = reverse("review", args=[scored.pk])
    assert client.post(address, {"action": "reject"}).status_code == 200  # asks for the reason
    assert ReviewState.objects.get(pk=scored.pk).is_open
    client.post(address, {"action": "reject", "comment_back": "1", "comment": "ไม่มีหลักฐานแนบ"})
    assert ReviewState.objects.get(pk=scored.pk).comment == "ไม่มีหลักฐานแนบ"
