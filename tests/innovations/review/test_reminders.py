"""Who is late is reminded, once in so many days; guests and co-authors are told what concerns them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import Email

from innovations.models import BestPracticePage, CommitteeTask, Invitation, ReviewState, Score
from innovations.review.reminders import remind_late
from portal.plugins.models import SwitchedOffPlugin
from tests.factories import make_page

from .conftest import act, give, send, state_now


@pytest.fixture
def guest(scored, supervisor):
    until = timezone.now() + timedelta(days=14)
    return Invitation.objects.create(
        state=scored, name="ผศ.ดร.ใจดี", email="guest@example.org", invited_by=supervisor, expires_at=until
    )


def be_late(state, days=1):
    ReviewState.objects.filter(pk=state.pk).update(due_at=timezone.now() - timedelta(days=days))


def to(written):
    return [address for address, _subject in written]


def test_who_has_not_scored_is_reminded_the_day_it_is_late_and_again_when_the_step_says(
    letters, scored, members, guest
):
    assert letters(remind_late) == []
    give(scored, user=members[0])
    be_late(scored)
    late = ["guest@example.org", "member2@example.org", "member3@example.org"]
    assert to(letters(remind_late)) == late
    of_guest = Email.objects.get(to="guest@example.org").message
    assert "/innovations/review/guest/" in of_guest and scored.work.title in of_guest
    assert letters(remind_late) == []
    ReviewState.objects.update(reminded_at=timezone.now() - timedelta(days=3))
    assert to(letters(remind_late)) == late
    CommitteeTask.objects.update(remind_every=0)
    ReviewState.objects.update(reminded_at=None)
    assert letters(remind_late) == []


def test_a_reviewer_gets_one_letter_about_all_and_none_while_switched_off(letters, shelf, work, teacher, supervisor):
    send(work, teacher)
    second = make_page(shelf, BestPracticePage, "ผลงานที่สอง", live=False, owner=teacher)
    second.save_revision(user=teacher)
    send(second, teacher)
    ReviewState.objects.update(due_at=timezone.now() - timedelta(hours=1))
    plugin = SwitchedOffPlugin.objects.create(label="innovations")
    assert letters(remind_late) == []
    plugin.delete()
    written = dict(letters(remind_late))
    assert len(written) == 2 and "2" in written["supervisor@example.org"]
    assert "1" in written["coauthor@example.org"]  # not of the own work
    assert "ผลงานที่สอง" in Email.objects.get(to="supervisor@example.org").message


def test_after_a_return_guests_are_invited_anew_as_members_are(letters, client, scored, members, guest):
    revoked = Invitation.objects.create(
        state=scored, name="x", email="gone@example.org", expires_at=guest.expires_at, revoked_at=timezone.now()
    )
    act(scored.work, members[0], "reject", comment="เพิ่มข้อมูล")
    assert client.get(guest.get_absolute_url()).status_code == 410
    written = letters(lambda: scored.workflow_state.resume(scored.work.owner))
    assert "guest@example.org" in to(written) and revoked.email not in to(written)
    again = Invitation.objects.get(state=state_now(scored.work))
    assert (again.name, again.is_valid) == (guest.name, True)
    assert "/innovations/review/guest/" in Email.objects.get(to="guest@example.org").message
    assert client.get(again.get_absolute_url()).status_code == 200
    assert not Score.objects.exists()


def test_authors_with_an_account_read_of_each_step_and_who_can_change_the_work(letters, work, teacher, supervisor):
    for do in (lambda: send(work, teacher), lambda: act(work, supervisor),
               lambda: act(work, supervisor, "reject", comment="เพิ่มหลักฐาน")):  # fmt: skip
        assert "coauthor@example.org" in to(letters(do))
    letter = Email.objects.get(to="coauthor@example.org").message
    assert "มานี ใจดี" in letter and "เพิ่มหลักฐาน" in letter and f"/my/{work.pk}/" not in letter
    assert f"/my/{work.pk}/" in Email.objects.get(to="teacher@example.org").message
