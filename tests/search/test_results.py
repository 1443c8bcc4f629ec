"""The plain results page: what it finds, what it must never find, and that nothing typed punishes."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from manuals.models import WorkProcessPage
from search.backends.database import DatabaseBackend
from search.documents import SearchQuery
from tests.factories import make_manual, make_page, make_private, make_process

pytestmark = pytest.mark.django_db


def titles(text: str, **kwargs) -> list[str]:
    """Titles found for a question, in their order."""
    return [hit.title for hit in DatabaseBackend().search(SearchQuery(text, **kwargs)).hits]


@pytest.fixture
def manual(manual_index):
    """A manual whose own title answers none of the questions."""
    return make_manual(manual_index, title="คู่มือ")


@pytest.fixture
def process(manual):
    return make_process(manual, title="งานนิเทศ ติดตาม และประเมินผลการจัดการศึกษา", summary="แนวทางการนิเทศของศึกษานิเทศก์")


@pytest.mark.parametrize("question", ["นิเทศ", "ประเมินผล", "ศึกษานิเทศก์", "นิเทศ ติดตาม", "ติดตามประเมินผล"])
def test_a_word_inside_a_thai_title_or_summary_is_found(process, question):
    assert titles(question) == [process.title]


def test_tone_marks_are_never_folded_away(manual):
    make_process(manual, title="ปลูกข้าว")
    assert titles("ข้าว") == ["ปลูกข้าว"]
    assert titles("ขาว") == titles("ข่าว") == []


def test_private_pages_and_their_children_are_never_found(process):
    make_private(process.get_parent())
    assert titles("นิเทศ") == []


def test_drafts_withdrawn_and_expired_pages_are_never_found(manual):
    make_process(manual, title="ร่างงานนิเทศ", live=False)
    WorkProcessPage.objects.filter(pk=make_process(manual, title="งานนิเทศเก่า").pk).update(withdrawn_at=timezone.now())
    expired = make_process(manual, title="งานนิเทศหมดอายุ")
    WorkProcessPage.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert titles("นิเทศ") == []


def test_kinds_narrow_the_results(process, manual_index):
    make_manual(manual_index, title="คู่มือการนิเทศ")
    assert titles("นิเทศ", kinds=frozenset({"process"})) == [process.title]


@pytest.mark.parametrize(
    "typed",
    ['"', "'; DROP TABLE x; --", "title:*~^ AND (", "\x00", "😀", "ก" * 5000, "%", "_", "\u200b", "(((", "ั้", "NOT"],
)
def test_nothing_typed_is_an_error(client, home, typed):
    response = client.get("/search/", {"q": typed})
    assert response.status_code == 200


@pytest.mark.parametrize("page", ["0", "-3", "999999999999999999999", "๒", "abc", "", "2"])
def test_any_page_number_is_answered(client, process, page):
    assert client.get("/search/", {"q": "นิเทศ", "page": page}).status_code == 200


def test_what_was_typed_is_escaped(client, home):
    page = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert(1)" not in page


def test_a_title_with_markup_is_escaped_in_the_results(client, manual):
    make_process(manual, title="นิเทศ<script>alert(1)</script>")
    assert "<script>alert(1)" not in client.get("/search/", {"q": "นิเทศ"}).content.decode()


def test_the_results_page_shows_kind_and_address(client, process):
    page = client.get("/search/", {"q": "นิเทศ"}).content.decode()
    assert process.url in page and "กระบวนงาน" in page


def test_the_number_of_queries_does_not_grow_with_the_results(client, manual, django_assert_max_num_queries):
    for number in range(12):
        make_page(manual, WorkProcessPage, f"งานนิเทศที่ {number}")
    with django_assert_max_num_queries(22):
        client.get("/search/", {"q": "นิเทศ"})


def test_the_page_says_when_the_engine_is_down(client, home, monkeypatch):
    def fail(self, *args):
        raise DatabaseError("gone")

    monkeypatch.setattr(DatabaseBackend, "_matching", staticmethod(fail))
    assert client.get("/search/", {"q": "นิเทศ"}).status_code == 503
