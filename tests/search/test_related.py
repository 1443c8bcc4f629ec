"""Pages about the same, below every knowledge page."""

import pytest
from django.core.cache import cache

from manuals.models import ManualChapterPage
from search.related import related_to
from tests.factories import make_manual, make_page, make_private, make_process
from tests.sample_plugin.notices.models import NoticeIndexPage, NoticePage

pytestmark = pytest.mark.django_db
READING = "ครูคัดกรองการอ่านของนักเรียน ฝึกแจกลูกสะกดคำ และประเมินความคล่องในการอ่าน"
GARDEN = "ปลูกผักปลอดสารพิษในแปลงเกษตร ทำปุ๋ยหมัก และขายผลผลิตในตลาดชุมชน"


@pytest.fixture(autouse=True)
def awake():
    """No engine is left in peace because of what another test did to it."""
    cache.clear()


@pytest.fixture
def reading(search_index, manual):
    """A page about reading."""
    return make_process(manual, title="คัดกรองการอ่านออกเขียนได้", summary=READING)


def titles(page, **options) -> list[str]:
    return [one.title for one in related_to(page, **options)]


def test_pages_about_the_same_are_related_and_others_are_not(search_index, manual, reading):
    make_process(manual, title="ซ่อมเสริมการอ่าน", summary=f"{READING} เป็นรายคน")
    make_process(manual, title="แปลงเกษตรในโรงเรียน", summary=GARDEN)
    search_index.catch_up()
    assert titles(reading) == ["ซ่อมเสริมการอ่าน"]


def test_what_a_page_is_part_of_and_what_is_part_of_it_is_no_news(search_index, manual_index, reading):
    manual = make_manual(manual_index, title="คู่มือการอ่าน", summary=READING)
    chapter = make_page(manual, ManualChapterPage, "การอ่านออกเขียนได้", summary=READING)
    search_index.catch_up()
    assert set(titles(manual)) == {reading.title}
    assert set(titles(chapter)) == {reading.title}


def test_private_and_withdrawn_pages_are_never_related(search_index, manual_index, manual, reading):
    hidden = make_manual(manual_index, title="คู่มือภายใน", summary=READING)
    make_process(hidden, title="คัดกรองการอ่านภายใน", summary=READING)
    search_index.catch_up()
    assert titles(reading)
    make_private(hidden)  # the index does not know it yet
    assert titles(reading) == []


def test_no_more_than_are_wanted(search_index, manual, reading):
    for number in range(6):
        make_process(manual, title=f"คัดกรองการอ่าน {number}", summary=READING)
    search_index.catch_up()
    assert len(titles(reading)) == 4
    assert len(titles(reading, size=2)) == 2


def test_a_page_shows_what_is_related_with_its_kind(search_index, manual, reading, client):
    other = make_process(manual, title="ซ่อมเสริมการอ่าน", summary=READING)
    search_index.catch_up()
    shown = client.get(reading.url).text.partition("related-title")[2]
    assert f'href="{other.url}"' in shown
    assert "กระบวนงาน" in shown


def test_pages_of_a_plugin_have_it_without_doing_anything(search_index, home, reading, client):
    index = make_page(home, NoticeIndexPage, "ประกาศ")
    notice = make_page(index, NoticePage, "ประกาศคัดกรองการอ่าน", text=READING, summary=READING, posted_on="2026-11-22")
    search_index.catch_up()
    assert f'href="{reading.url}"' in client.get(notice.url).text.partition("related-title")[2]
    assert f'href="{notice.url}"' in client.get(reading.url).text.partition("related-title")[2]


def test_a_page_is_shown_though_the_engine_does_not_answer(manual, client):
    response = client.get(make_process(manual, title="คัดกรองการอ่าน", summary=READING).url)
    assert response.status_code == 200
    assert "related-title" not in response.text


def test_an_engine_that_does_not_answer_is_left_in_peace_for_a_while(manual, caplog):
    page = make_process(manual, title="คัดกรองการอ่าน", summary=READING)
    for _visit in range(3):
        assert related_to(page) == []
    assert caplog.text.count("No related pages") == 1


def test_related_pages_cost_two_questions_to_the_database(search_index, manual, reading, django_assert_num_queries):
    for number in range(3):
        make_process(manual, title=f"คัดกรองการอ่าน {number}", summary=READING)
    search_index.catch_up()
    related_to(reading)
    with django_assert_num_queries(2):
        related_to(reading)


def test_drafts_and_shelves_have_nothing_related(search_index, manual_index, reading, client):
    search_index.catch_up()
    assert "related-title" not in client.get(manual_index.url).text
    assert "related-title" not in reading.make_preview_request().render().content.decode()
