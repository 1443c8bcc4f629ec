"""The shelves: searches with the kind fixed, on which nothing unpublished ever stands."""

import pytest
from django.utils import timezone
from lxml import html

from innovations.models import BestPracticePage, InnovationPage, ResearchPage
from portal.content.models import LearningArea, PageReach
from tests.factories import make_private

from .making import make_shelf, make_work


@pytest.fixture
def works(home, search_index):
    """Two practices and a study."""
    works = [
        make_work(home, BestPracticePage, "อ่านคล่องใน 60 วัน", levels=["p1"], academic_year=2569),
        make_work(home, BestPracticePage, "คณิตคิดสนุก", levels=["p4"], academic_year=2568),
        make_work(home, ResearchPage, "การพัฒนาชุดฝึกอ่าน", levels=["p1"], academic_year=2569),
    ]
    search_index.catch_up()
    return works


def look(client, url: str, **headers):
    answer = client.get(url, headers=headers)
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def titles(page) -> list[str]:
    return ["".join(one.itertext()).strip() for one in page.xpath("//li[contains(@class, 'entry')]//h2")]


def test_a_shelf_lists_its_kind_alone_the_newest_first_with_filters_that_count(client, works):
    page = look(client, works[0].get_parent().url)
    assert titles(page) == ["คณิตคิดสนุก", "อ่านคล่องใน 60 วัน"]
    names = set(page.xpath("//form[@id='filters']//input[@type='checkbox']/@name"))
    assert {"level", "academic_year"} <= names and "kind" not in names
    assert page.xpath("//link[@id='feed-link']/@href") == ["/search/feed/?kind=best_practice"]


def test_filters_and_words_stay_on_the_shelf(client, works):
    url = works[0].get_parent().url
    page = look(client, f"{url}?level=p1")
    assert titles(page) == ["อ่านคล่องใน 60 วัน"]
    assert page.xpath("//a[contains(@class, 'chip')]/@href") == [url, url]
    assert titles(look(client, f"{url}?q=คณิตคิดสนุก")) == ["คณิตคิดสนุก"]
    assert titles(look(client, f"{url}?kind=research")) == ["คณิตคิดสนุก", "อ่านคล่องใน 60 วัน"]


def test_what_was_used_most_comes_first_where_that_is_chosen(client, works):
    PageReach.objects.create(page=works[0], uses=3)
    assert titles(look(client, f"{works[0].get_parent().url}?sort=used"))[0] == "อ่านคล่องใน 60 วัน"


def test_htmx_gets_the_changing_parts_alone_and_caches_keep_them_apart(client, works):
    url = works[0].get_parent().url
    answer = client.get(f"{url}?level=p1", headers={"HX-Request": "true", "HX-Trigger-Name": "level"})
    text = answer.content.decode()
    assert "<html" not in text and "อ่านคล่อง" in text
    assert answer["HX-Push-Url"] == f"{url}?level=p1" and "HX-Request" in answer["Vary"]
    assert "HX-Request" in client.get(url)["Vary"]


def test_drafts_private_and_withdrawn_works_stand_on_no_shelf_not_even_before_the_index_knows(client, works, home):
    make_work(home, BestPracticePage, "ฉบับร่างที่ยังไม่ส่ง", live=False)
    make_private(works[0])
    BestPracticePage.objects.filter(pk=works[1].pk).update(withdrawn_at=timezone.now())
    page = look(client, works[0].get_parent().url)
    assert titles(page) == []
    assert "ฉบับร่าง" not in html.tostring(page, encoding="unicode")


def test_an_empty_shelf_says_so(client, home, search_index):
    page = look(client, make_shelf(home, InnovationPage).url)
    assert page.xpath("//section[@class='empty']") and not page.xpath("//form[@id='filters']")


@pytest.mark.parametrize("count", [25, 1000])
def test_a_shelf_costs_the_same_whatever_stands_on_it(client, home, search_index, django_assert_num_queries, count):
    area = LearningArea.objects.get(code="th")
    shelf = make_shelf(home, BestPracticePage)
    for number in range(count):
        page = BestPracticePage(
            title=f"ผลงานที่ {number}", summary="สรุป", levels=["p1"], first_published_at=timezone.now()
        )
        page.learning_areas.add(area)
        shelf.add_child(instance=page)
    search_index.catch_up()
    client.get(shelf.url)  # what a process keeps
    with django_assert_num_queries(21):
        page = look(client, f"{shelf.url}?level=p1")
    assert len(titles(page)) == 10
