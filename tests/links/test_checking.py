"""From what is published to the report: found, tried, kept, shown, forgotten."""

import json
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Site

from innovations.models import InnovationIndexPage, InnovationPage, WorkVideo
from manuals.models import WorkProcessPage
from portal.content.models import LegalReference
from portal.links.addresses import linked_pages, web_addresses
from portal.links.checking import check_due
from portal.links.gathering import gather
from portal.links.models import CheckedLink, LinkPlace, Reason, State
from tests import factories

REPORT = "/admin/reports/links/"


@pytest.fixture
def shelf(home):
    return factories.make_page(home, InnovationIndexPage, "นวัตกรรม")


def urls():
    return set(CheckedLink.objects.filter(target=None).values_list("url", flat=True))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ดูที่ https://www.obec.go.th/เรื่อง และ", {"https://www.obec.go.th/เรื่อง"}),
        ("อ่าน https://example.org/a.pdfครับ", {"https://example.org/a.pdf"}),
        ("(ที่มา: https://example.org/x_(y)).", {"https://example.org/x_(y)"}),
        ("จาก http://example.org/a?b=1&c=2, แล้ว", {"http://example.org/a?b=1&c=2"}),
        ('<p><a href="https://example.org/?a=1&amp;b=2">ที่นี่</a></p>', {"https://example.org/?a=1&b=2"}),
        ('[{"type": "text", "value": "<a href=\\"https://example.org/in\\">x</a>"}]', {"https://example.org/in"}),
        ("mailto:a@example.org https:// http://[x", set()),
    ],
)
def test_addresses_are_read_out_of_whatever_they_stand_in(text, found):
    assert web_addresses({"rows": [{"field": text}]}) == found


def test_pages_that_rich_text_links_to_are_found():
    assert linked_pages(['<p><a id="12" linktype="page">x</a> <a linktype="page" id="7">y</a></p>']) == {7, 12}


def test_links_of_published_pages_their_rows_and_of_laws_are_found_and_of_drafts_not(shelf):
    factories.make_page(
        shelf, InnovationPage, "ก", problem="ดู https://example.org/text", summary="https://example.org/summary",
        videos=[WorkVideo(url="https://example.org/video", title="คลิป")],
    )  # fmt: skip
    factories.make_page(shelf, InnovationPage, "ร่าง", problem="https://example.org/draft", live=False)
    factories.make_law(url="https://example.org/law")
    gather()
    assert urls() == {f"https://example.org/{one}" for one in ("text", "summary", "video", "law")}


def test_what_is_changed_or_unpublished_is_forgotten_and_one_address_is_kept_once(shelf):
    one = factories.make_page(shelf, InnovationPage, "ก", problem="https://example.org/same https://example.org/old")
    factories.make_page(shelf, InnovationPage, "ข", problem="https://example.org/same")
    gather()
    assert LinkPlace.objects.filter(link__url="https://example.org/same").count() == 2
    one.problem = "https://example.org/new"
    one.save_revision().publish()
    gather()
    assert urls() == {"https://example.org/same", "https://example.org/new"}
    InnovationPage.objects.get(pk=one.pk).unpublish()
    gather()
    assert urls() == {"https://example.org/same"}


def test_nothing_is_written_for_records_that_did_not_change(db):
    for number in range(5):
        factories.make_law(f"ระเบียบ {number}", url=f"https://example.org/{number % 2}")
    factories.make_term()
    gather()
    before = set(LinkPlace.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as captured:
        gather()
    assert len(before) == 5 and set(LinkPlace.objects.values_list("pk", flat=True)) == before
    assert not [query for query in captured if query["sql"].startswith("INSERT")]


def test_a_link_to_a_page_that_is_not_published_is_broken_until_it_is(manual, home):
    target = factories.make_process(manual, title="ปลายทาง")
    text = f'<p>ดู <a linktype="page" id="{target.pk}">ปลายทาง</a></p>'
    factories.make_process(manual, title="ต้นทาง", scope=json.dumps([{"type": "paragraph", "value": text}]))
    gather()
    link = CheckedLink.objects.get(target=target.pk)
    assert link.state == State.GOOD
    WorkProcessPage.objects.get(pk=target.pk).unpublish()
    gather()
    link.refresh_from_db()
    assert (link.state, link.reason) == (State.BROKEN, Reason.UNPUBLISHED) and link.first_broken_at
    WorkProcessPage.objects.get(pk=target.pk).delete()
    gather()
    link.refresh_from_db()
    assert link.reason == Reason.DELETED


def test_an_address_of_the_portal_itself_is_asked_inside_as_a_visitor_asks(web, fetcher, manual, home):
    own = Site.objects.get(is_default_site=True).root_url
    target = factories.make_process(manual, title="ปลายทาง")
    secret = factories.make_process(manual, title="เฉพาะสมาชิก")
    factories.make_private(secret)
    for number, path in enumerate((target.url, secret.url, "/glossary/", "/glossary/no-such-term/", "/admin/")):
        factories.make_law(f"ระเบียบ {number}", url=f"{own}{path}")
    gather()
    check_due(fetcher, pause=0)
    found = {link.url.removeprefix(own): (link.state, link.status) for link in CheckedLink.objects.exclude(url="")}
    assert found[target.url] == found["/glossary/"] == (State.GOOD, 200)
    assert found["/glossary/no-such-term/"] == (State.BROKEN, 404)
    assert found[secret.url][0] == found["/admin/"][0] == State.UNCLEAR
    assert web.asked == []
    WorkProcessPage.objects.get(pk=target.pk).unpublish()
    CheckedLink.objects.update(last_checked_at=timezone.now() - timedelta(days=2))
    check_due(fetcher, pause=0)
    assert CheckedLink.objects.get(url=f"{own}{target.url}").reason == Reason.GONE


def test_a_round_keeps_what_it_learnt_and_since_when_a_link_is_broken(web, fetcher, db):
    law = factories.make_law(url=web.url + "/gone")
    factories.make_law("ระเบียบ", url=web.url + "/error")
    gather()
    check_due(fetcher, pause=0)
    gone = CheckedLink.objects.get(url__endswith="/gone")
    assert gone.state == State.BROKEN and gone.first_broken_at
    assert CheckedLink.objects.get(url__endswith="/error").state == State.UNCLEAR  # it may come back by itself
    asked = len(web.asked)
    check_due(fetcher, pause=0)
    assert len(web.asked) == asked, "nothing is asked again on the same day"
    since = timezone.now() - timedelta(days=2)
    CheckedLink.objects.update(last_checked_at=since, first_broken_at=since)
    check_due(fetcher, pause=0)
    assert CheckedLink.objects.get(url__endswith="/error").state == State.BROKEN
    gone.refresh_from_db()
    assert gone.first_broken_at == since and gone.last_checked_at > since
    LegalReference.objects.filter(pk=law.pk).update(url=web.url + "/good")
    gather()
    check_due(fetcher, pause=0)
    assert CheckedLink.objects.get(url__endswith="/good").state == State.GOOD


def test_one_site_is_asked_few_times_a_round_with_pauses(web, fetcher, db):
    for number in range(6):
        factories.make_law(f"ระเบียบ {number}", url=f"{web.url}/good?{number}")
    gather()
    begun = time.monotonic()
    check_due(fetcher, pause=0.2)
    assert len(web.asked) == 3 and time.monotonic() - begun >= 0.4


def test_when_nothing_answers_it_is_the_portal_that_is_offline_and_nothing_is_called_broken(db):
    for number in range(3):
        factories.make_law(f"ระเบียบ {number}", url=f"https://no-such-site-{number}.invalid/")
    gather()
    for _round in range(3):
        CheckedLink.objects.update(last_checked_at=None)
        check_due(pause=0)
    assert set(CheckedLink.objects.values_list("state", flat=True)) == {State.UNCLEAR}


def test_the_report_says_where_a_broken_link_stands_and_checks_again(admin_client, web, fetcher, shelf):
    page = factories.make_page(shelf, InnovationPage, "=ผลงาน", problem=f"ดู {web.url}/gone และ {web.url}/good")
    gather()
    check_due(fetcher, pause=0)
    shown = admin_client.get(REPORT).content.decode()
    assert f"{web.url}/gone" in shown and f"{web.url}/good" not in shown
    assert f"/admin/pages/{page.pk}/edit/" in shown
    link = CheckedLink.objects.get(url__endswith="/gone")
    response = admin_client.post(f"{REPORT}{link.pk}/check/", follow=True)
    link.refresh_from_db()
    assert response.status_code == 200 and link.reason == Reason.NOT_ALLOWED  # the real guard opens no such address
    csv = b"".join(admin_client.get(f"{REPORT}?export=csv").streaming_content).decode()
    assert f"{web.url}/gone" in csv and "'=ผลงาน" in csv


def test_the_report_is_for_editors(client, db):
    client.force_login(get_user_model().objects.create_user("someone", password="a-long-password"))
    assert client.get(REPORT).status_code == 302
    link = CheckedLink.objects.create(key="x", url="https://example.org/", last_checked_at=datetime.now(UTC))
    assert client.post(f"{REPORT}{link.pk}/check/").status_code == 302
    link.refresh_from_db()
    assert link.state == State.WAITING
