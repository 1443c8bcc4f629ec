"""Letters: queued, sent by the timer, tried again later and later, never a fault of the request."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone
from post_office.models import STATUS, Email

from portal.jobs import brought
from portal.mail.letters import forget_old, send_letter, send_waiting, try_again

pytestmark = pytest.mark.django_db


class BrokenBackend:
    """A server that takes nothing."""

    def __init__(self, *args, **kwargs): ...

    def open(self): ...

    def close(self): ...

    def send_messages(self, messages: list[EmailMessage]) -> int:
        """Refuse."""
        raise ConnectionRefusedError("nobody listens")


@pytest.fixture
def broken(settings):
    """The post is down."""
    settings.POST_OFFICE = {**settings.POST_OFFICE, "BACKENDS": {"default": f"{__name__}.BrokenBackend"}}


def test_a_letter_waits_and_is_sent_once_by_the_timer():
    send_letter("kru@example.org", "ผลงาน\nของท่าน", "สวัสดี", html="<p>สวัสดี</p>", headers={"X-Kind": "test"})
    assert mail.outbox == []
    job = next(job for job in brought() if job.name == "send letters")
    assert job.run() is True
    assert job.run() is True
    (letter,) = mail.outbox
    assert (letter.subject, letter.to, letter.body) == ("ผลงาน ของท่าน", ["kru@example.org"], "สวัสดี")
    assert letter.alternatives[0].content == "<p>สวัสดี</p>"
    assert letter.extra_headers["X-Kind"] == "test"


def test_what_stands_in_a_letter_is_no_template():
    send_letter("kru@example.org", "{{ settings.SECRET_KEY }}", "{% now 'Y' %}")
    send_waiting()
    assert (mail.outbox[0].subject, mail.outbox[0].body) == ("{{ settings.SECRET_KEY }}", "{% now 'Y' %}")


def test_a_wrong_address_is_logged_and_stops_nobody(caplog):
    send_letter("no address", "เรื่อง", "ข้อความ")
    assert not Email.objects.exists()
    assert "was not written" in caplog.text


def test_a_server_that_is_down_is_asked_later_and_later_and_given_up_in_the_end(broken, caplog):
    send_letter("kru@example.org", "เรื่อง", "ข้อความ")
    waits = []
    for _ in range(8):
        assert send_waiting() is False
        letter = Email.objects.get()
        waits.append(round((letter.scheduled_time - timezone.now()) / timedelta(minutes=1)))
        Email.objects.update(scheduled_time=None)
    assert waits == [1, 5, 15, 60, 180, 360, 720, 1440]
    assert "nobody listens" in caplog.text
    send_waiting()
    assert Email.objects.get().status == STATUS.failed


def test_a_letter_given_up_can_be_sent_again(broken, settings):
    send_letter("kru@example.org", "เรื่อง", "ข้อความ")
    Email.objects.update(status=STATUS.failed, number_of_retries=8)
    assert try_again([Email.objects.get().pk]) == 1
    settings.POST_OFFICE = {**settings.POST_OFFICE, "BACKENDS": {"default": settings.EMAIL_BACKEND}}
    assert send_waiting() is True
    assert len(mail.outbox) == 1


def test_letters_that_are_done_are_forgotten_after_two_weeks():
    for address in ("old@example.org", "new@example.org", "waiting@example.org"):
        send_letter(address, "เรื่อง", "ข้อความ")
    Email.objects.exclude(to="waiting@example.org").update(status=STATUS.sent)
    Email.objects.exclude(to="new@example.org").update(last_updated=timezone.now() - timedelta(days=15))
    forget_old()
    assert {letter.to[0] for letter in Email.objects.all()} == {"new@example.org", "waiting@example.org"}


def test_an_administrator_sees_what_could_not_be_sent_and_tries_again(broken, settings, admin_client):
    send_letter("kru@example.org", "ลิงก์ตั้งรหัสผ่าน", "ความลับ")
    send_waiting()
    assert "/admin/reports/letters/" in admin_client.get("/admin/").content.decode()
    page = admin_client.get("/admin/reports/letters/").content.decode()
    assert "ลิงก์ตั้งรหัสผ่าน" in page and "nobody listens" in page and "ความลับ" not in page
    settings.POST_OFFICE = {**settings.POST_OFFICE, "BACKENDS": {"default": settings.EMAIL_BACKEND}}
    admin_client.post("/admin/reports/letters/again/", {"letter": Email.objects.get().pk})
    assert len(mail.outbox) == 1
    assert "ลิงก์ตั้งรหัสผ่าน" not in admin_client.get("/admin/reports/letters/").content.decode()


def test_an_editor_sees_no_letters(client, django_user_model):
    editor = django_user_model.objects.create_user("editor", password="a-long-password")
    editor.groups.set(Group.objects.filter(name__in=("ผู้จัดทำเนื้อหา", "ผู้พิจารณา")))
    client.force_login(editor)
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/reports/letters/").status_code == 302
    assert client.post("/admin/reports/letters/again/").status_code == 302
