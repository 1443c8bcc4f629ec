"""Pages that nobody asks for: not found, failed, forbidden, private, empty."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.models import PageViewRestriction

from portal.errors import server_error


@pytest.fixture
def english(client):
    """A visitor who reads English: these tests are about what is said, not about the catalogue."""
    client.cookies["django_language"] = "en"
    return client


def test_a_missing_page_offers_the_search(home, english):
    response = english.get("/no-such-page/")
    assert response.status_code == 404
    assert "The page was not found" in response.text
    assert 'action="/search/"' in response.text


def test_the_page_of_a_fault_needs_no_database(db, rf, django_assert_num_queries):
    with django_assert_num_queries(0), translation.override("en"):
        response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "The portal has a fault" in response.text


def test_a_private_page_asks_for_its_password_and_tells_nothing_else(manual, english):
    manual.summary = "ข้อมูลลับของสำนักงาน"
    manual.save_revision().publish()
    PageViewRestriction.objects.create(page=manual, restriction_type=PageViewRestriction.PASSWORD, password="x")
    response = english.get(manual.url)
    assert "This page has a password" in response.text
    assert 'type="password"' in response.text
    assert manual.title not in response.text
    assert manual.summary not in response.text


def test_a_wrong_password_is_said_beside_its_field(manual, english):
    PageViewRestriction.objects.create(page=manual, restriction_type=PageViewRestriction.PASSWORD, password="right")
    form = english.get(manual.url).context["action_url"]
    response = english.post(form, {"password": "wrong", "return_url": manual.url})
    assert 'role="alert"' in response.text


def test_the_way_in_for_readers_is_in_the_frame_of_the_portal(home, english):
    response = english.get("/_util/login/")
    if response.status_code == 302:
        response = english.get(response.url)
    assert 'name="password"' in response.text


@pytest.mark.parametrize("template", ["403.html", "403_csrf.html", "locked_out.html"])
def test_refusals_are_said_in_words_in_the_frame_of_the_portal(home, rf, template):
    with translation.override("en"):
        shown = render_to_string(template, request=rf.get("/"))
    assert "<h1" in shown
    assert 'class="site-foot"' in shown


def test_a_fresh_portal_says_what_to_do(home, english):
    assert "Nothing is published here yet" in english.get("/").text


def test_a_search_that_finds_nothing_repeats_the_question_as_text(home, english):
    response = english.get("/search/", {"q": "<script>alert(1)</script>"})
    assert "&lt;script&gt;alert(1)" in response.text
    assert "<script>alert(1)" not in response.text


@pytest.mark.parametrize("page", ["0", "-1", "99999999999999999999", "สอง", ""])
def test_any_page_number_of_results_gives_a_page(search_index, manual, english, page):
    search_index.catch_up()
    assert english.get("/search/", {"q": "คู่มือ", "page": page}).status_code == 200


def test_names_of_the_office_are_shown_as_text(home, english):
    from portal.content.models import OfficeSettings

    office = OfficeSettings.for_site(home.get_site())
    office.portal_name, office.address = "<b>คลัง</b>", "<i>ถนน</i>\nอำเภอ"
    office.save()
    shown = english.get("/glossary/").text
    assert "<b>คลัง</b>" not in shown
    assert "&lt;i&gt;ถนน&lt;/i&gt;<br>อำเภอ" in shown
