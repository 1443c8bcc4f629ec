"""Each step is written about in Thai, by the portal and not by Wagtail, and never in the way of what is saved."""

from django.core import mail
from post_office.models import Email
from wagtail.models import Workflow

from manuals.models import WorkManualPage
from tests.factories import make_page

from .conftest import act, give, make_user, send, state_now


def test_each_step_is_told_to_who_has_to_act_and_to_the_author(letters, work, teacher, supervisor, members):
    sent = letters(lambda: send(work, teacher))
    authors_and_supervisor = ["coauthor@example.org", "supervisor@example.org", "teacher@example.org"]
    assert [address for address, _subject in sent] == authors_and_supervisor
    assert all(work.title in subject for _address, subject in sent)
    assert [to for to, _ in letters(lambda: act(work, supervisor))] == authors_and_supervisor
    asked = letters(lambda: act(work, supervisor))
    assert [to for to, _ in asked] == [
        "coauthor@example.org", "member1@example.org", "member2@example.org", "member3@example.org",
        "teacher@example.org",
    ]  # fmt: skip
    state = state_now(work)

    def finish():
        for member in members:
            give(state, user=member)

    published = letters(finish)
    assert [to for to, _ in published] == ["coauthor@example.org", "teacher@example.org"]
    text = Email.objects.first().message
    assert f"/innovations/review/{state.pk}/result/" in text and "ระดับดีเยี่ยม" in text
    assert not mail.outbox  # Wagtail wrote nothing


def test_what_comes_back_says_why_and_where_to_go_on(letters, work, teacher, supervisor):
    send(work, teacher)
    assert letters(lambda: act(work, supervisor, "reject", comment="เพิ่มหลักฐานก่อนและหลัง")) != []
    letter = Email.objects.get(to="teacher@example.org")
    assert "เพิ่มหลักฐานก่อนและหลัง" in letter.message
    assert f"/innovations/my/{work.pk}/" in letter.message


def test_a_post_that_fails_keeps_nobody_from_sending(letters, work, teacher, supervisor, monkeypatch):
    from innovations.review import letters as review_letters

    def fail(*_args, **_kwargs):
        raise OSError("no space left")

    monkeypatch.setattr(review_letters, "send_letter", fail)
    letters(lambda: send(work, teacher))
    assert state_now(work).is_open


def test_who_becomes_responsible_is_told_about_what_waits_already(letters, work, teacher, supervisor, shelf):
    send(work, teacher)
    new = make_user("new")
    told = letters(lambda: new.groups.add(*supervisor.groups.all()))
    assert [to for to, _ in told] == ["new@example.org"]


def test_other_pages_keep_wagtails_own_letters(manual_index, supervisor, moderator, mailoutbox):
    page = make_page(manual_index, WorkManualPage, "คู่มือ", live=False, owner=supervisor)
    workflow = Workflow.objects.get(pk=manual_index.get_workflow().pk)
    workflow.start(page, supervisor).current_task_state.reject(user=moderator, comment="แก้")
    assert [letter.to for letter in mailoutbox] == [["supervisor@example.org"]]
