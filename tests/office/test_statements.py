"""The privacy notice and the accessibility statement say what the portal does, and are found from every page."""

import html
import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from innovations.models import BestPracticePage
from portal import accessibility
from portal.accounts import forgetting
from portal.content.models import PrivacyNotice
from portal.counting import visitors
from portal.mail import letters
from portal.preferences import CHOICES
from portal.subscriptions import signing_up
from search import log
from tests.browser.content import make_content
from tests.innovations.making import make_work

STATEMENTS = ("/privacy/", "/accessibility/")


@pytest.fixture
def notice(home) -> PrivacyNotice:
    """The notice as it is delivered."""
    return PrivacyNotice.for_site(home.get_site())


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("path", STATEMENTS)
def test_a_statement_is_read_in_both_languages(home, client, path, language):
    client.cookies["django_language"] = language
    page = client.get(path)
    assert page.status_code == 200
    assert page.text.count("<h1") == 1 and f'<html lang="{language}"' in page.text


def test_statements_are_linked_in_the_foot_of_every_page_and_in_the_sitemap(home, client):
    foot, sitemap = client.get("/glossary/").text.split("<footer")[1], client.get("/sitemap.xml").text
    for path in STATEMENTS:
        assert f'href="{path}"' in foot and f"{path}</loc>" in sitemap


def test_the_notice_names_the_time_for_which_the_code_keeps_things(notice):
    said = {
        f"{log.KEPT_DAYS} วัน": f"for {log.KEPT_DAYS} days",
        f"{letters.KEPT_DAYS} วัน": f"{letters.KEPT_DAYS} days after",
        f"{signing_up.DAYS} วัน": f"within {signing_up.DAYS} days",
        f"{forgetting.KEPT_DAYS} วัน": f"for {forgetting.KEPT_DAYS} days",
        f"{visitors._SAME // 60} นาที": f"{visitors._SAME // 60} minute",
        f"{settings.SESSION_COOKIE_AGE // (7 * 24 * 3600)} สัปดาห์": "2 weeks",
    }
    for thai, english in said.items():
        assert thai in notice.text and english in notice.text_en


def test_the_notice_names_every_cookie(notice):
    cookies = {settings.LANGUAGE_COOKIE_NAME, settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"}
    for cookie in cookies | {f"reading_{name}" for name in CHOICES}:
        assert cookie in notice.text and cookie in notice.text_en, cookie


def test_the_office_writes_its_own_notice(notice, admin_client, client):
    address = f"/admin/settings/content/privacynotice/{notice.site_id}/"
    assert admin_client.get(address).status_code == 200
    notice.text, notice.text_en = "<h2>ข้อตกลงของเรา</h2><p>สำนักงานเก็บเท่าที่จำเป็น</p>", ""
    notice.officer = "นางสาวใจดี รักษ์ข้อมูล"
    notice.save()
    client.cookies["django_language"] = "en"
    shown = client.get("/privacy/").text
    assert "สำนักงานเก็บเท่าที่จำเป็น" in re.sub("</?span[^>]*>", "", shown)
    assert 'class="statement-text" lang="th"' in shown
    assert "นางสาวใจดี" in shown


def test_the_contact_of_both_is_the_offices(office, client):
    office.email = "nithet@example.org"
    office.save()
    for path in STATEMENTS:
        assert client.get(path).text.split("<footer")[0].count("mailto:nithet@example.org") == 1


def test_every_form_that_takes_something_about_a_person_leads_to_the_notice(home, client):
    work = make_work(home, BestPracticePage, "อ่านคู่")
    forms = ["sign_in", "forgotten_password", "subscribe"]
    about = [reverse(name, args=[work.pk]) for name in ("feedback", "class_use")]
    for path in [*map(reverse, forms), *about]:
        assert 'href="/privacy/"' in client.get(path).text.split("<main")[1].split("<footer")[0], path


def test_sign_ins_are_forgotten_when_the_notice_says(db):
    old = timezone.now() - timedelta(days=forgetting.KEPT_DAYS, hours=1)
    for model, counted in ((AccessLog, {}), (AccessAttempt, {"failures_since_start": 1})):
        model.objects.create(username="old", ip_address="10.0.0.1", **counted)
        model.objects.update(attempt_time=old)
        model.objects.create(username="new", ip_address="10.0.0.1", **counted)
    forgetting.forget_sign_ins()
    for model in (AccessLog, AccessAttempt):
        assert [one.username for one in model.objects.all()] == ["new"]


def test_the_statement_lists_just_the_screens_that_the_browser_looks_at(home, search_index):
    assert set(accessibility.PUBLIC) == set(make_content(home))


def test_the_statement_shows_its_registry(home, client):
    client.cookies["django_language"] = "en"
    shown = client.get("/accessibility/").text
    for label in (*accessibility.PUBLIC.values(), *accessibility.HOW, *accessibility.LIMITS):
        assert str(label).split(",")[0][:30] in html.unescape(re.sub("</?span[^>]*>", "", shown))
