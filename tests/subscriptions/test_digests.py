"""The weekly digest: each new page once, to whom it concerns, only what everybody may read."""

import re
from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Site

from innovations.models import BestPracticePage
from portal.content.models import KnowledgePage, LearningArea
from portal.mail.letters import send_waiting
from portal.subscriptions.digests import send_digests, send_due
from portal.subscriptions.models import Subscriber
from tests.directory.making import make_work
from tests.factories import make_private, make_school

pytestmark = pytest.mark.django_db


def make_subscriber(email: str = "kru@example.org", *, areas=("th",), networks=()) -> Subscriber:
    """Somebody who confirmed."""
    subscriber = Subscriber.objects.create(email=email)
    subscriber.areas.set(LearningArea.objects.filter(code__in=areas))
    subscriber.networks.set(networks)
    return subscriber


def letters() -> list:
    """What has been sent since the last call."""
    send_waiting()
    sent, mail.outbox[:] = list(mail.outbox), []
    return sent


def test_each_subscriber_is_told_once_of_what_concerns_them(home):
    school = make_school()
    make_subscriber("thai@example.org")
    make_subscriber("network@example.org", areas=(), networks=[school.network])
    make_subscriber("maths@example.org", areas=("ma",))
    make_work(home, "อ่านคล่อง")
    make_work(home, "เรื่องของเครือข่าย", area="so", school=school)
    assert send_digests().letters == 2
    told = {letter.to[0]: letter.body for letter in letters()}
    assert set(told) == {"thai@example.org", "network@example.org"}
    assert "อ่านคล่อง" in told["thai@example.org"] and "เครือข่าย" not in told["thai@example.org"]
    assert "เรื่องของเครือข่าย" in told["network@example.org"]
    assert send_digests().letters == 0
    make_work(home, "เรื่องใหม่")
    send_digests()
    (letter,) = letters()
    assert "เรื่องใหม่" in letter.body and "อ่านคล่อง" not in letter.body


def test_a_letter_has_whole_addresses_the_buddhist_year_and_ways_out(home, client):
    subscriber = make_subscriber()
    work = make_work(home, "ครู & <นักเรียน>", summary="ฝึกวันละ 20 นาที")
    send_digests()
    (letter,) = letters()
    html = letter.alternatives[0].content
    root = Site.objects.get().root_url
    leave = f"{root}/subscribe/leave/{subscriber.key}/"
    assert letter.extra_headers["List-Unsubscribe"] == f"<{leave}>"
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert work.full_url in letter.body and work.full_url.startswith(f"{root}/")
    assert str(timezone.localdate().year + 543) in letter.body
    assert "ครู & <นักเรียน>" in letter.body and "ครู &amp; &lt;นักเรียน&gt;" in html
    for address in re.findall(rf'href="{root}([^"]+)"', html):
        assert client.get(address).status_code == 200, address


def test_what_not_everybody_may_read_is_in_no_letter(home):
    make_subscriber()
    make_work(home, "ฉบับร่าง", live=False)
    make_private(make_work(home, "เฉพาะสมาชิก"))
    gone = make_work(home, "ถอนแล้ว")
    KnowledgePage.objects.filter(pk=gone.pk).update(withdrawn_at=timezone.now())
    assert send_digests().letters == 0


def test_a_page_withdrawn_while_a_round_was_interrupted_is_not_told_of(home, monkeypatch):
    make_subscriber()
    work = make_work(home)
    monkeypatch.setattr("portal.subscriptions.digests._write", _fail)
    with pytest.raises(OSError):
        send_digests()
    monkeypatch.undo()
    KnowledgePage.objects.filter(pk=work.pk).update(withdrawn_at=timezone.now())
    assert send_digests().letters == 0


def test_an_interrupted_round_is_finished_and_nobody_gets_two_letters(home, monkeypatch):
    for number in range(3):
        make_subscriber(f"kru{number}@example.org")
    make_work(home)
    written = []
    from portal.subscriptions import digests

    write = digests._write

    def fail_at_the_third(subscriber, found):
        written.append(subscriber.email)
        if len(written) == 3:
            raise OSError("power cut")
        write(subscriber, found)

    monkeypatch.setattr(digests, "_write", fail_at_the_third)
    with pytest.raises(OSError):
        send_digests()
    monkeypatch.undo()
    assert send_digests().letters == 1
    assert sorted(letter.to[0] for letter in letters()) == [f"kru{number}@example.org" for number in range(3)]


def test_the_first_digest_does_not_tell_of_everything_there_ever_was(home):
    make_subscriber()
    old, new = make_work(home, "เรื่องเก่า"), make_work(home, "เรื่องใหม่")
    BestPracticePage.objects.filter(pk=old.pk).update(first_published_at=timezone.now() - timedelta(days=30))
    assert send_digests().pages == 1
    (letter,) = letters()
    assert new.title in letter.body and old.title not in letter.body
    assert send_digests().pages == 0


def test_it_is_due_once_a_week_on_monday_morning(home):
    make_subscriber()
    bangkok = ZoneInfo("Asia/Bangkok")
    assert send_due(datetime(2026, 11, 20, 12, 0, tzinfo=bangkok)) is not None  # the first ever: what is the past
    make_work(home)
    assert send_due(datetime(2026, 11, 23, 5, 59, tzinfo=bangkok)) is None
    assert send_due(datetime(2026, 11, 23, 6, 1, tzinfo=bangkok)).letters == 1
    assert send_due(datetime(2026, 11, 23, 6, 16, tzinfo=bangkok)) is None
    assert send_due(datetime(2026, 12, 2, 9, 0, tzinfo=bangkok)).letters == 0  # the server slept on Monday


def test_the_command_says_what_it_did_and_sends(home):
    make_subscriber()
    make_work(home)
    for said in ("1 new pages, 1 letters.", "0 new pages, 0 letters."):
        out = StringIO()
        call_command("send_digests", stdout=out)
        assert out.getvalue().strip() == said
    assert len(mail.outbox) == 1


def _fail(*args):
    raise OSError("power cut")
