"""The API: what other systems may rely on."""

import json
import logging

import pytest
from django.core.cache import cache
from django.utils import timezone

from portal.content.models import LearningArea
from search import answering, title_memory
from search.backends import SearchUnavailable
from search.documents import Facet, FacetValue, Notice, Recommendation, Results
from tests.factories import make_manual, make_private, make_process

from .prepared import HIT

HOSTILE = [
    '"',
    "'; DROP TABLE x; --",
    "title:*~^ AND (",
    "\x00",
    "😀",
    "ก" * 5000,
    "%",
    "\u200b",
    "(((",
    "ั้",
    "NOT",
    " ",
]


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()
    title_memory.forget()


@pytest.fixture
def ask(client):
    """`ask("search/?q=…")`: the answer as Python values."""

    def ask(address: str, status: int = 200, **headers: str):
        response = client.get(f"/api/{address}", headers=headers)
        assert response.status_code == status, response.text
        return json.loads(response.content)

    return ask


@pytest.fixture
def limited(settings):
    """Two questions a minute."""
    settings.RATELIMIT_ENABLE = True
    settings.API_SEARCH_RATE = settings.API_SUGGEST_RATE = "2/m"
    return settings


def test_a_page_is_found_with_all_that_the_results_page_says(search_index, manual_index, ask):
    manual = make_manual(manual_index, title="คู่มือศึกษานิเทศก์")
    process = make_process(manual, title="งานวัดผลและประเมินผล", summary="แนวทางการวัดผลของโรงเรียน")
    process.learning_areas.add(LearningArea.objects.get(code="ma"))
    process.save_revision().publish()
    search_index.catch_up()
    answer = ask("search/?q=วัดผล")
    assert (answer["total"], answer["page"], answer["pages"]) == (1, 1, 1)
    (result,) = answer["results"]
    assert result["title"] == "งานวัดผลและประเมินผล"
    assert result["url"] == f"http://testserver{process.url}"
    assert (result["kind"], result["kind_label"]) == ("process", "กระบวนงาน")
    assert {"text": "วัดผล", "is_marked": True} in result["title_pieces"]
    assert "".join(piece["text"] for piece in result["extract_pieces"]) == result["extract"] != ""
    assert result["date"] == timezone.localdate(process.first_published_at).isoformat()
    assert result["breadcrumbs"][-1] == {"title": manual.title, "url": f"http://testserver{manual.url}"}
    facets = {facet["name"]: [value["key"] for value in facet["values"]] for facet in answer["facets"]}
    assert facets["kind"] == ["process"] and facets["learning_area"] == ["ma"]


def test_filters_sort_and_pages_are_those_of_the_results_page(prepared, ask):
    prepared.results = Results((HIT,), 25, page=2, pages=3)
    assert ask("search/?q=a&kind=process&kind=chapter&nonsense=1&sort=date&page=2&literal=1")["pages"] == 3
    (query,) = prepared.asked
    assert query.chosen == {"kind": frozenset({"process", "chapter"})}
    assert (query.text, query.sort, query.page, query.is_literal) == ("a", "date", 2, True)


def test_notices_recommendations_and_near_questions_are_told(prepared, ask):
    prepared.results = Results(
        (HIT,),
        1,
        notices=(Notice("keyboard", "dkiobgmL", "การนิเทศ"),),
        recommended=(Recommendation("ปฏิทินนิเทศ", "/calendar/", "ปีนี้"),),
        near=("การนิเทศภายใน",),
        facets=(Facet("kind", "ประเภท", (FacetValue("process", "กระบวนงาน", 1, True),)),),
    )
    answer = ask("search/?q=dkiobgmL")
    (notice,) = answer["notices"]
    assert (notice["kind"], notice["typed"], notice["shown"]) == ("keyboard", "dkiobgmL", "การนิเทศ")
    assert "การนิเทศ" in notice["message"]
    assert answer["recommended"] == [{"title": "ปฏิทินนิเทศ", "url": "http://testserver/calendar/", "description": "ปีนี้"}]
    assert answer["near"] == ["การนิเทศภายใน"]
    assert answer["facets"][0]["values"] == [{"key": "process", "label": "กระบวนงาน", "count": 1, "is_chosen": True}]
    assert answer["results"][0]["files"][0]["url"] == "http://testserver/documents/3/form.pdf"


def test_a_long_question_is_cut_and_that_is_told(prepared, ask):
    assert [one["kind"] for one in ask(f"search/?q={'ก' * 400}")["notices"]] == ["cut"]


def test_what_visitors_may_not_read_is_in_no_answer(search_index, manual_index, ask, admin_client):
    secret = make_manual(manual_index, title="แผนลับของเขต")
    make_process(secret, title="แผนลับย่อย")
    search_index.catch_up()
    assert ask("search/?q=แผนลับ")["total"] == 2
    make_private(secret)
    for address in ("search/?q=แผนลับ", "search/", "suggest/?q=แผนลับ", "suggest/opensearch/?q=แผนลับ"):
        # A signed-in administrator gets what everybody gets: an answer may be kept by those between.
        answer = json.dumps(json.loads(admin_client.get(f"/api/{address}").content), ensure_ascii=False)
        assert "แผนลับของเขต" not in answer and "แผนลับย่อย" not in answer


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_is_an_error(search_index, home, client, typed):
    for operation in ("search", "suggest", "suggest/opensearch"):
        assert client.get(f"/api/{operation}/", {"q": typed, "page": typed, "kind": typed}).status_code == 200


@pytest.mark.parametrize("page", ["0", "-3", "999999999999999999999", "๒", "abc", "", "2"])
def test_any_page_number_is_answered(search_index, manual, ask, page):
    search_index.catch_up()
    answer = ask(f"search/?q=คู่มือ&page={page}")
    assert answer["page"] == 1 and len(answer["results"]) == answer["total"]


def test_suggestions_come_as_json_and_in_the_form_that_browsers_read(home, ask, client, manual):
    (found,) = ask("suggest/?q=ศึกษานิเทศ")["suggestions"]
    assert found["text"] == manual.title and found["url"] == f"http://testserver{manual.url}"
    assert found["kind"] == "page" and found["kind_label"]
    response = client.get("/api/suggest/opensearch/?q=ศึกษานิเทศ")
    assert response.headers["Content-Type"] == "application/x-suggestions+json"
    assert json.loads(response.content) == ["ศึกษานิเทศ", [manual.title], [found["kind_label"]], [found["url"]]]


def test_labels_are_in_the_language_asked_for(home, ask, manual):
    assert ask("suggest/?q=ศึกษานิเทศ&lang=en")["suggestions"][0]["kind_label"] == "work manual"
    assert ask("suggest/?q=ศึกษานิเทศ&lang=xx")["suggestions"][0]["kind_label"] == "คู่มือการปฏิบัติงาน"


def test_other_sites_may_read_answers_and_search_engines_may_not_list_them(home, client):
    response = client.get("/api/suggest/?q=นิเทศ")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["Cache-Control"] == "private, max-age=60"
    assert client.options("/api/search/").headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "Disallow: /api/" in client.get("/robots.txt").text


def test_an_answer_that_did_not_change_is_not_sent_again(prepared, client):
    first = client.get("/api/search/?q=a")
    assert first.headers["Cache-Control"] == "no-cache"
    assert client.get("/api/search/?q=a", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_a_head_request_is_answered_without_a_body(prepared, client):
    response = client.head("/api/search/?q=a")
    assert response.status_code == 200 and response.content == b""


def test_an_engine_that_is_down_is_told_with_when_to_try_again(prepared, client):
    prepared.results = SearchUnavailable("gone")
    response = client.get("/api/search/?q=a")
    assert response.status_code == 503 and int(response.headers["Retry-After"]) > 0
    assert response.json()["code"] == "unavailable"


def test_a_mistake_of_the_portal_is_json_and_in_the_log_without_the_question(home, client, monkeypatch, caplog):
    def fail(query):
        raise RuntimeError("broken")

    monkeypatch.setattr(answering, "answer", fail)
    with caplog.at_level(logging.ERROR):
        response = client.get("/api/search/?q=ความลับ")
    assert response.status_code == 500 and response.json()["code"] == "error"
    assert "broken" in caplog.text and "ความลับ" not in caplog.text


@pytest.mark.parametrize("address", ["nothing/", "search/extra/", "v2", "openapi.yaml", "%00"])
def test_what_is_not_there_is_answered_in_json(home, ask, address):
    assert ask(address, status=404)["code"] == "not_found"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_api_can_only_be_read(home, client, method):
    response = getattr(client, method)("/api/search/")
    assert response.status_code == 405 and response.json()["code"] == "method_not_allowed"
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_forgotten_slash_leads_on(home, client):
    assert client.get("/api/search?q=a%20b").headers["Location"] == "/api/search/?q=a%20b"


def test_whoever_asks_too_often_waits_and_others_do_not(limited, prepared, client):
    for _ in range(2):
        assert client.get("/api/search/?q=a").status_code == 200
    response = client.get("/api/search/?q=a")
    assert response.status_code == 429 and response.json()["code"] == "too_many_requests"
    assert 0 < int(response.headers["Retry-After"]) <= 60
    assert client.get("/api/suggest/?q=a").status_code == 200
    assert client.get("/api/search/?q=a", REMOTE_ADDR="203.0.113.9").status_code == 200


def test_behind_a_proxy_the_visitor_is_counted_not_the_proxy(limited, prepared, client):
    limited.AXES_CLIENT_IP_CALLABLE = "portal.accounts.client_address.behind_proxy"

    def status(forwarded: str) -> int:
        return client.get("/api/search/?q=a", headers={"X-Forwarded-For": forwarded}).status_code

    assert [status("198.51.100.1") for _ in range(3)] == [200, 200, 429]
    assert status("198.51.100.2") == 200
    assert status("6.6.6.6, 198.51.100.1") == 429  # what the visitor wrote before our proxy counts for nothing
    assert [status(f"2001:db8:1:1::{end}") for end in (1, 2, 3)] == [200, 200, 429]  # one household
    assert [status("no address") for _ in range(2)] == [200, 200]


def test_the_cache_keeps_no_address(limited, prepared, client):
    client.get("/api/search/?q=a", REMOTE_ADDR="203.0.113.77")
    assert cache._cache and "203.0.113.77" not in repr(cache._cache)


def test_a_rate_that_is_none_stops_the_start(tmp_path):
    from tests.portal.test_settings import run

    result = run(
        "import django; django.setup()",
        DJANGO_SETTINGS_MODULE="portal.settings.development",
        PORTAL_DATA_DIR=str(tmp_path),
        API_SEARCH_RATE="many",
    )
    assert result.returncode != 0 and "120/m" in result.stderr


def test_an_answer_costs_a_fixed_number_of_queries(search_index, manual_index, client, django_assert_max_num_queries):
    manual = make_manual(manual_index, title="คู่มือ")
    for number in range(12):
        make_process(manual, title=f"งานนิเทศที่ {number}")
    search_index.catch_up()
    client.get("/api/search/?q=งานนิเทศ")
    with django_assert_max_num_queries(22):
        assert client.get("/api/search/?q=งานนิเทศ").json()["total"] == 12


def test_the_page_for_people_names_every_operation_parameter_and_field(home, client):
    page = client.get("/api/").text
    described = client.get("/api/openapi.json").json()
    for path, methods in described["paths"].items():
        assert path in page
        for parameter in methods["get"]["parameters"]:
            assert f"<code>{parameter['name']}</code>" in page
    assert "results[].extract_pieces" in page and "facets[].values[].key" in page
    assert "<script>" not in page and "style=" not in page
