"""From a question that found nothing to one that is answered: what an editor does in the admin, a visitor sees next."""

import pytest
from django.urls import reverse
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from search import log_later
from search.draining import drain
from search.models import Abbreviation, DictionaryWord, SearchedQuery
from tests import factories


@pytest.fixture
def travel(search_index, manual):
    """A page that says nothing of what people call it."""
    page = factories.make_process(manual, title="การไปราชการของบุคลากร")
    factories.make_process(manual, title="การจัดซื้อจัดจ้างของอนุบาลนักคิด")
    search_index.catch_up()
    return page


def found(client, question: str) -> str:
    """What the results page shows of hits."""
    response = client.get("/search/", {"q": question})
    assert response.status_code == 200
    return " ".join(hit.title for hit in response.context["results"].hits)


def add(client, model: str, **values) -> None:
    assert client.post(reverse(f"wagtailsnippets_search_{model}:add"), values).status_code == 302


def test_a_synonym_answers_the_next_question_without_a_rebuild(admin_client, travel):
    assert travel.title not in found(admin_client, "หนีงาน")
    add(admin_client, "synonymgroup", words="หนีงาน\nไปราชการ")
    assert travel.title in found(admin_client, "หนีงาน")


def test_an_abbreviation_answers_both_ways_until_it_is_deleted(admin_client, travel):
    assert travel.title not in found(admin_client, "ปรบ.")
    add(admin_client, "abbreviation", short="ปรบ.", full="ไปราชการ")
    assert travel.title in found(admin_client, "ปรบ.") and travel.title in found(admin_client, "ป.ร.บ.")
    Abbreviation.objects.get(short="ปรบ.").delete()
    assert travel.title not in found(admin_client, "ปรบ.")


def test_a_new_word_hides_nothing_before_and_after_the_pages_are_read_again(admin_client, travel):
    DictionaryWord.objects.filter(word="อนุบาลนักคิด").delete()
    drain()
    assert "นักคิด" in found(admin_client, "อนุบาลนักคิด")
    add(admin_client, "dictionaryword", word="อนุบาลนักคิด")
    assert "นักคิด" in found(admin_client, "อนุบาลนักคิด")
    drain()
    assert "นักคิด" in found(admin_client, "อนุบาลนักคิด")


def test_a_recommendation_stands_on_the_results_page_as_long_as_visitors_may_read_it(client, travel):
    SearchPromotion.objects.create(query=Query.get("คำที่ไม่มีในคลังเลย"), page=travel, description="ดูหน้านี้")
    page = client.get("/search/", {"q": "คำที่ไม่มี ในคลังเลย"}).content.decode()
    assert f'href="{travel.get_url()}"' in page and "ดูหน้านี้" in page

    factories.make_private(travel.get_parent())
    page = client.get("/search/", {"q": "คำที่ไม่มี ในคลังเลย"}).content.decode()
    assert "ดูหน้านี้" not in page and travel.get_url() not in page


def test_the_log_knows_what_was_asked_and_found_but_not_filters_and_further_pages(client, travel):
    for address in ("q=ไปราชการ", "q=ไปราชการ&page=2", "q=ไปราชการ&sort=date", "q=นายสมชาย ใจดี", "q=0812345678"):
        client.get(f"/search/?{address}")
    client.get("/api/search/?q=ไปราชการ")
    client.get("/api/suggest/?q=ไปรา")
    client.get("/search/?q=ไปราชการ", headers={"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"})

    log_later.write()
    assert list(SearchedQuery.objects.values_list("text", "asked", "found_nothing")) == [("ไปราชการ", 1, 0)]
