"""Sending, taking back, answering; the published version stays while a new draft is written."""

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from innovations.models import BestPracticePage, ReviewAnswer
from tests import factories


@pytest.fixture
def send(complete):
    """Press the button; `send(**more)`."""

    def sent(**data):
        return complete.browser.post(reverse("my_works:send", args=[complete.work.pk]), data)

    return sent


def overview(writer):
    return writer.browser.get(reverse("my_works:work", args=[writer.work.pk]))


def return_work(comment="ขอเพิ่มตัวเลขก่อนและหลัง"):
    """As a reviewer does."""
    state = WorkflowState.objects.get().current_task_state.specific
    state.task.specific.on_action(
        state, factories.make_admin("reviewer", first_name="รีวิวเวอร์"), "reject", comment=comment
    )


def test_what_is_missing_is_named_with_a_way_to_it_and_nothing_is_sent(writer):
    address = reverse("my_works:send", args=[writer.work.pk])
    page = writer.browser.get(address)
    assert {each.key for each in page.context["check"].missing} >= {"about", "importance", "results"}
    assert writer.address("importance") in page.content.decode()
    assert writer.browser.post(address).status_code == 422
    assert not WorkflowState.objects.exists()


def test_a_complete_work_is_sent_and_the_way_is_shown(complete, send):
    assert send().status_code == 302
    page = overview(complete)
    assert page.context["standing"].key == "review"
    assert [stop.state for stop in page.context["track"]][:2] == ["done", "now"]
    assert [str(event.what) for event in page.context["history"]][0] == str(page.context["history"][0].what)
    assert complete.browser.get(reverse("my_works:list")).context["cards"].in_review


def test_while_it_is_read_nothing_is_changed(complete, send):
    fields = complete.fields("importance")
    send()
    post = {**fields, "importance": "แก้หลังส่ง"}
    assert complete.browser.get(complete.address("importance")).status_code == 302
    assert complete.browser.post(complete.address("importance"), post).status_code == 302
    late = complete.browser.post(complete.address("importance"), post, headers={"X-Portal-Autosave": "1"})
    assert late.status_code == 423
    assert complete.draft().importance == "เด็กอ่านออกเขียนได้"
    send()
    assert WorkflowState.objects.count() == 1


def test_taken_back_it_is_a_draft_again_and_can_be_sent_again(complete, send):
    send()
    complete.browser.post(reverse("my_works:take_back", args=[complete.work.pk]))
    assert overview(complete).context["standing"].key == "draft"
    complete.save("importance", importance="แก้แล้ว")
    assert send().status_code == 302
    assert WorkflowState.objects.active().count() == 1


def test_personal_data_and_faces_without_consent_hold_it_until_somebody_looked(complete, send, picture):
    complete.save("results", results="ติดต่อครูได้ที่ 081-234-5678")
    complete.save("files", **{"new-pictures-files": [picture], "row": "pictures-upload"})
    complete.save("files", pictures__0__alternative="นักเรียนอ่านหนังสือ", pictures__0__has_pupils="on")
    page = complete.browser.get(reverse("my_works:send", args=[complete.work.pk]))
    assert len(page.context["check"].warnings) == 2
    assert send().status_code == 422
    assert send(seen_warnings="1").status_code == 302


def test_a_picture_without_words_cannot_be_sent(complete, send, picture):
    complete.save("files", **{"new-pictures-files": [picture], "row": "pictures-upload"})
    assert send().status_code == 422


def test_comments_are_read_answered_and_the_work_goes_on_where_it_came_back(complete, send):
    send()
    return_work()
    page = overview(complete)
    assert page.context["standing"].key == "returned"
    assert "ขอเพิ่มตัวเลขก่อนและหลัง" in page.content.decode()
    complete.save("results", results="ก่อน 9 คน หลัง 24 คน")
    assert send(answer="เพิ่มตัวเลขในส่วนผลแล้ว").status_code == 302
    answer = ReviewAnswer.objects.get()
    assert (answer.text, answer.user.username) == ("เพิ่มตัวเลขในส่วนผลแล้ว", "pimjai")
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS
    page = overview(complete).content.decode()
    assert "เพิ่มตัวเลขในส่วนผลแล้ว" in page
    assert "รีวิวเวอร์" not in page


def test_a_published_work_stays_as_it_is_while_a_new_draft_is_written(complete, client):
    complete.work.refresh_from_db()
    complete.draft().get_latest_revision().publish()
    published = BestPracticePage.objects.get()
    assert complete.browser.get(reverse("my_works:send", args=[published.pk])).status_code == 200
    complete.save("importance", importance="ฉบับใหม่")
    published.refresh_from_db()
    assert (published.live, published.importance) == (True, "เด็กอ่านออกเขียนได้")
    page = overview(complete)
    assert page.context["standing"].is_revised
    assert not page.context["can_be_deleted"]
    assert "ฉบับใหม่" in complete.browser.get(reverse("my_works:preview", args=[published.pk])).content.decode()


def test_only_a_draft_that_nobody_has_seen_can_be_deleted(complete, send):
    address = reverse("my_works:delete", args=[complete.work.pk])
    send()
    assert complete.browser.post(address).status_code == 404
    complete.browser.post(reverse("my_works:take_back", args=[complete.work.pk]))
    assert complete.browser.post(address).status_code == 302
    assert not BestPracticePage.objects.exists()
