"""Competitions are announced, held, decided, found, and counted among the portal's knowledge."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone, translation
from portal_competitions.models import CompetitionIndexPage, CompetitionPage
from wagtail.documents import get_document_model
from wagtail.models import Page

from home.models import HomePage
from portal.content.models import KnowledgePage


@pytest.fixture
def calendar(db):
    """The published calendar."""
    page = CompetitionIndexPage(title="ปฏิทินการแข่งขัน")
    HomePage.objects.get().add_child(instance=page)
    return page


@pytest.fixture
def announce(calendar):
    """`announce(title, days)`: a published competition that many days from today."""

    def publish(title: str, days: int, **fields) -> CompetitionPage:
        held_on = timezone.localdate() + timedelta(days=days)
        page = CompetitionPage(title=title, held_on=held_on, subject=fields.pop("subject", "คณิตศาสตร์"), **fields)
        Page.objects.get(pk=calendar.pk).add_child(instance=page)
        return page

    return publish


@pytest.fixture
def results(db):
    """An announcement of results."""
    return get_document_model().objects.create(title="ประกาศผล", file=ContentFile(b"pdf", name="results.pdf"))


def test_the_portal_accepts_the_plugin(db):
    call_command("check", databases=["default"], fail_level="WARNING")
    call_command("makemigrations", "competitions", check=True, dry_run=True)


def test_a_competition_shows_level_subject_date_and_results(client, announce, results):
    page = announce("แข่งขันหุ่นยนต์", -3, subject="หุ่นยนต์", level="nation", results=results)
    shown = client.get(page.url).content.decode()
    assert "ระดับชาติ" in shown and "หุ่นยนต์" in shown and results.url in shown
    assert str(page.held_on.year + 543) in shown


def test_the_calendar_has_those_to_come_first(client, calendar, announce):
    announce("แข่งไปแล้ว", -1)
    announce("แข่งพรุ่งนี้", 1)
    shown = client.get(calendar.url).content.decode()
    assert shown.index("แข่งพรุ่งนี้") < shown.index("แข่งไปแล้ว")


def test_the_home_page_and_the_menu_lead_to_it(client, calendar, announce):
    page = announce("แข่งพรุ่งนี้", 1)
    front = client.get("/").content.decode()
    assert page.url in front and f'href="{calendar.url}"' in front


def test_nothing_is_shown_on_the_home_page_while_there_is_no_competition(client, calendar):
    assert "การแข่งขันทางวิชาการ</h2>" not in client.get("/").content.decode()


def test_it_is_found_and_counted_as_knowledge(client, announce):
    page = announce("แข่งขันคัดลายมือ", 5)
    call_command("rebuild_search_index", verbosity=0)
    assert page.url in client.get("/search/", {"q": "คัดลายมือ"}).content.decode()
    assert KnowledgePage.objects.readable().filter(pk=page.pk).exists()


def test_its_words_are_thai():
    with translation.override("th"):
        assert str(CompetitionPage._meta.verbose_name) == "การแข่งขันทางวิชาการ"
