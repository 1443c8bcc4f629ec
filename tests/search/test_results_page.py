"""The results page: what it says and offers for every kind of answer, in a browser that runs no script."""

from html import unescape

import pytest
from django.core.cache import cache
from django.utils import timezone

from search import log_later
from search.backends import SearchUnavailable
from search.documents import (
    Facet,
    FacetValue,
    Notice,
    Recommendation,
    Results,
)
from search.models import SearchedQuery

from .prepared import HIT

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"


@pytest.fixture
def shown(client):
    """`shown("q=…")`: the HTML of the results page, entities as people read them."""

    def shown(address: str = "q=นิเทศ", status: int = 200, **headers: str) -> str:
        response = client.get(f"/search/?{address}", headers=headers)
        assert response.status_code == status
        return unescape(response.text)

    return shown


def counted() -> list[tuple[str, int, int]]:
    """(question, times asked, times nothing was found)."""
    log_later.write()
    return list(SearchedQuery.objects.values_list("text", "asked", "found_nothing"))


def facet(name: str, *values: FacetValue) -> Facet:
    return Facet(name, {"kind": "ประเภท", "tag": "ป้ายกำกับ"}[name], values)


def test_a_result_says_what_it_is_where_it_stands_and_what_matched(prepared, shown):
    page = shown()
    assert "พบ" in page
    assert "กระบวนงาน" in page
    assert 'href="/manual/supervision/">งาน<mark>นิเทศ</mark></a>' in page
    assert "แผนการ<mark>นิเทศ</mark>" in page
    assert '<a href="/manual/">คู่มือ</a>' in page
    assert '<time datetime="2026-11-22">' in page and "22 พ.ย. 69" in page
    assert '<a href="/documents/3/form.pdf">แบบนิเทศ.pdf</a>' in page and "แบบ<mark>นิเทศ</mark>" in page


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_what_was_typed_is_escaped_wherever_it_is_shown(prepared, client, typed):
    prepared.results = Results(near=(typed,), notices=(Notice("spelling", typed, typed), Notice("tones", typed, typed)))
    page = client.get("/search/", {"q": typed}).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize(
    "typed",
    ['"', "'; DROP TABLE x; --", "title:*~^ AND (", "\x00", "😀", "ก" * 5000, "%", "\u200b", "(((", "ั้", "NOT", " "],
)
def test_nothing_typed_is_an_error(prepared, client, typed):
    assert client.get("/search/", {"q": typed}).status_code == 200
    assert client.get("/search/feed/", {"q": typed}).status_code == 200
    assert client.get("/search/live/", {"q": typed}).status_code == 200


@pytest.mark.parametrize("page", ["0", "-3", "999999999999999999999", "๒", "abc", "", "2"])
def test_any_page_number_is_answered(prepared, shown, page):
    shown(f"q=นิเทศ&page={page}")


def test_a_choice_is_taken_back_by_one_link_and_all_by_another(prepared, shown):
    prepared.results = Results(
        (HIT,),
        1,
        facets=(facet("kind", FacetValue("process", "กระบวนงาน", 1, True), FacetValue("chapter", "บท", 2, True)),),
    )
    page = shown("q=a&kind=process&kind=chapter")
    assert 'href="/search/?q=a&kind=chapter"' in page
    assert 'href="/search/?q=a&kind=process"' in page
    assert 'href="/search/?q=a"' in page


def test_a_choice_that_finds_nothing_stays_in_sight(prepared, shown):
    prepared.results = Results(facets=(facet("kind", FacetValue("chapter", "บท", 0, True)),))
    page = shown("q=a&kind=chapter")
    assert 'value="chapter" checked' in page
    assert 'href="/search/?q=a"' in page


def test_a_long_list_of_values_is_folded_unless_a_choice_is_behind_the_fold(prepared, shown):
    values = [FacetValue(f"t{number}", f"ป้ายที่ {number}", 30 - number) for number in range(20)]
    prepared.results = Results((HIT,), 1, facets=(facet("tag", *values),))
    page = shown()
    assert page.count('name="tag"') == 20
    assert '<details id="more-tag">' in page
    values[15] = FacetValue("t15", "ป้ายที่ 15", 1, True)
    prepared.results = Results((HIT,), 1, facets=(facet("tag", *values),))
    assert '<details id="more-tag" open>' in shown()


def test_too_narrow_filters_are_offered_to_be_left_out_with_what_that_finds(prepared, shown):
    prepared.results = Results(facets=(facet("kind", FacetValue("chapter", "บท", 0, True)),))
    prepared.wider = Results((HIT,), 46)
    page = shown("q=a&kind=chapter")
    assert "46" in page
    assert prepared.asked[-1].chosen == {}
    assert prepared.asked[-1].size == 1


def test_a_correction_is_said_and_can_be_refused(prepared, shown):
    prepared.results = Results((HIT,), 1, notices=(Notice("keyboard", "dkiobgmL", "การนิเทศ"),))
    page = shown("q=dkiobgmL")
    assert "“การนิเทศ”" in page and "“dkiobgmL”" in page
    assert 'href="/search/?q=dkiobgmL&literal=1"' in page


def test_a_refused_correction_stays_refused_while_filters_change(prepared, shown):
    assert '<input type="hidden" name="literal" value="dkiobgmL">' in shown("q=dkiobgmL&literal=1")


def test_a_question_that_was_cut_says_so(prepared, shown):
    assert shown(f"q={'ก' * 301}").count('class="note"') == 1
    assert shown(f"q={'ก' * 300}").count('class="note"') == 0


def test_what_the_office_recommends_stands_first(prepared, shown):
    prepared.results = Results((HIT,), 1, recommended=(Recommendation("คู่มือฉบับล่าสุด", "/new/", "ใช้แทนฉบับเดิม"),))
    page = shown()
    assert page.index('href="/new/"') < page.index('href="/manual/supervision/"')


def test_where_nothing_is_found_there_is_something_to_do(prepared, shown):
    prepared.results = Results(near=("การนิเทศ",))
    SearchedQuery.objects.create(text="แบบนิเทศภายใน", day=timezone.localdate(), asked=9)
    page = shown("q=กานิเทด")
    assert "“กานิเทด”" in page
    assert "/search/?q=%E0%B8%81%E0%B8%B2%E0%B8%A3%E0%B8%99%E0%B8%B4%E0%B9%80%E0%B8%97%E0%B8%A8" in page
    assert "แบบนิเทศภายใน" in page
    assert " OR " in page
    assert 'href="/glossary/"' in page


def test_an_empty_portal_blames_no_question(prepared, shown):
    prepared.results = Results()
    assert "“" not in shown("").partition("<main")[2].partition("</main")[0]


def test_the_page_says_when_the_engine_does_not_answer(prepared, shown, client):
    prepared.results = SearchUnavailable("gone")
    assert 'href="/glossary/"' in shown(status=503)
    assert client.get("/search/live/?q=นิเทศ").status_code == 503
    assert client.get("/search/feed/?q=นิเทศ").headers["Retry-After"]


def test_a_flood_of_searches_is_told_to_wait_kindly(prepared, shown, client, settings):
    cache.clear()
    settings.RATELIMIT_ENABLE, settings.SEARCH_PAGE_RATE = True, "1/d"
    shown()
    page = shown(status=429)
    assert 'href="/glossary/"' in page
    assert int(client.get("/search/live/?q=นิเทศ").headers["Retry-After"]) > 0
    assert len(prepared.asked) == 1


def test_questions_are_counted_once_and_only_by_people(prepared, shown):
    shown("q=นิเทศ", **{"user-agent": BROWSER})
    for other in ("q=นิเทศ&page=2", "q=นิเทศ&sort=date", "q=นิเทศ&kind=process", ""):
        shown(other, **{"user-agent": BROWSER})
    shown("q=นิเทศ", **{"user-agent": "Googlebot/2.1"})
    assert counted() == [("นิเทศ", 1, 0)]


def test_a_corrected_question_is_counted_as_it_was_meant(prepared, shown):
    prepared.results = Results((HIT,), 1, notices=(Notice("keyboard", "dkiobgmL", "การนิเทศ"),))
    shown("q=dkiobgmL", **{"user-agent": BROWSER})
    assert counted() == [("การนิเทศ", 1, 0)]


def test_letters_that_are_still_being_typed_are_not_counted(prepared, client):
    client.get("/search/live/?q=นิเ", headers={"user-agent": BROWSER, "hx-request": "true", "hx-trigger-name": "q"})
    assert not counted()


def test_typing_replaces_the_address_and_a_choice_can_be_gone_back_from(prepared, client):
    typing = client.get("/search/live/?q=นิเทศ&sort=", headers={"hx-trigger-name": "q"})
    assert typing["HX-Replace-Url"].startswith("/search/?q=")
    assert "HX-Push-Url" not in typing
    choosing = client.get("/search/live/?q=a&sort=&kind=process", headers={"hx-trigger-name": "kind"})
    assert choosing["HX-Push-Url"] == "/search/?q=a&kind=process"
    assert "no-store" in choosing["Cache-Control"]


def test_the_results_page_names_the_feed_of_its_search(prepared, shown):
    prepared.results = Results((HIT,), 1, facets=(facet("kind", FacetValue("process", "กระบวนงาน", 1, True)),))
    assert shown("q=a&kind=process&sort=date").count('href="/search/feed/?q=a&kind=process"') == 2


def test_search_engines_get_the_search_page_and_no_mixture_of_filters(prepared, shown):
    none, canonical = (
        '<meta name="robots" content="noindex">',
        '<link rel="canonical" href="http://testserver/search/">',
    )
    for open_to_all in ("q=นิเทศ", ""):
        assert canonical in shown(open_to_all) and none not in shown(open_to_all)
    prepared.results = Results((HIT,), 1, facets=(facet("kind", FacetValue("process", "กระบวนงาน", 1, True)),))
    for narrowed in ("q=a&kind=process", "q=a&sort=date", "q=a&page=2"):
        assert none in shown(narrowed) and canonical not in shown(narrowed)
