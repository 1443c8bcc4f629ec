"""What readers say goes to the office, and nothing about them."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from portal.feedback.models import Feedback
from tests.counting.test_class_use import old_stamp
from tests.factories import make_private, make_process

LIST = "wagtailsnippets_feedback_feedback"


@pytest.fixture(autouse=True)
def nothing_sent_yet():
    """Limits are kept in the cache."""
    cache.clear()


@pytest.fixture
def answers() -> dict:
    """What a reader sends."""
    return {"answer": "no", "text": "ขั้นตอนที่ 3 อ่านยาก", "stamp": old_stamp(60)}


@pytest.fixture(params=["manual", "process"])
def page(request, manual):
    """A manual, and a work process in it."""
    return manual if request.param == "manual" else make_process(manual)


def test_every_page_asks_and_the_answer_reaches_the_office(page, client, answers):
    link = f"/useful/{page.pk}/?answer=no"
    assert f'href="{link}"' in client.get(page.url).text
    assert re.search(r'<input[^>]*value="no"[^>]* checked', client.get(link).text)
    response = client.post(f"/useful/{page.pk}/", answers)
    assert client.get(response["Location"]).status_code == 200
    said = Feedback.objects.get()
    assert (said.page_id, said.is_useful, said.text) == (page.pk, False, "ขั้นตอนที่ 3 อ่านยาก")
    assert not {field.name for field in Feedback._meta.fields} & {"user", "address", "ip", "session"}


def test_a_page_itself_has_no_form_and_sets_no_cookie(page, client):
    response = client.get(page.url)
    assert 'method="post"' not in response.text
    assert not response.cookies


def test_an_answer_without_a_word_is_an_answer(manual, client, answers):
    client.post(f"/useful/{manual.pk}/", {**answers, "answer": "yes", "text": ""})
    assert Feedback.objects.get().is_useful


def test_machines_hasty_and_endless_senders_are_kept_out(manual, client, answers, settings):
    address = f"/useful/{manual.pk}/"
    client.post(address, {**answers, "website": "x"})
    client.post(address, {**answers, "stamp": old_stamp(0)})
    assert not Feedback.objects.exists()
    settings.RATELIMIT_ENABLE, settings.PUBLIC_FORM_RATE = True, "2/h"
    assert [client.post(address, answers).status_code for _ in range(3)] == [302, 302, 429]
    assert Feedback.objects.count() == 2


def test_personal_data_is_warned_of(manual, client, answers):
    called = {**answers, "text": "โทรหาผมที่ 081-234-5678"}
    assert 'name="is_sure"' in client.post(f"/useful/{manual.pk}/", called).text
    assert not Feedback.objects.exists()


def test_pages_that_are_not_for_everybody_have_no_form(manual, client):
    draft = make_process(manual, live=False)
    make_private(manual)
    assert [client.get(f"/useful/{one.pk}/").status_code for one in (draft, manual)] == [404, 404]


def test_the_office_reads_filters_notes_and_exports(manual, admin_client):
    said = Feedback.objects.create(page=manual, is_useful=False, text="=HYPERLINK(1)")
    Feedback.objects.create(page=manual, is_useful=True, text="ดีมาก")
    shown = admin_client.get(reverse(f"{LIST}:list") + "?is_useful=false").text
    assert "=HYPERLINK(1)" in shown
    assert "ดีมาก" not in shown
    assert reverse(f"{LIST}:list") in admin_client.get("/admin/").text
    admin_client.post(reverse(f"{LIST}:edit", args=[said.pk]), {"text": "-", "is_done": "on", "note": "แก้แล้ว"})
    said.refresh_from_db()
    assert (said.is_done, said.note) == (True, "แก้แล้ว")
    table = b"".join(admin_client.get(reverse(f"{LIST}:list") + "?export=csv")).decode()
    assert "'-" in table
    assert admin_client.get(reverse(f"{LIST}:add")).status_code in (302, 403)
