"""The golden questions are answered as they should be on both engines, and the admin shows when they are not."""

from dataclasses import replace

import pytest
from django.urls import reverse

from manuals.models import WorkProcessPage
from search.golden import run as golden_run
from search.golden.judging import faults
from search.golden.reading import GoldenQuestion, golden_set
from search.golden.run import check, check_and_keep
from search.models import ExpectedResult, GoldenRun, SynonymGroup

from .engines import elasticsearch_url

ADDRESS = "search_golden"


@pytest.fixture
def few_questions(monkeypatch):
    """The questions about tone marks alone: the whole set is asked elsewhere."""
    golden = golden_set()
    some = tuple(question for question in golden.questions if question.trap == "marks")
    monkeypatch.setattr(golden_run, "golden_set", lambda: replace(golden, questions=some))


@pytest.mark.parametrize("engine", ["embedded", "cluster"])
def test_every_golden_question_is_answered_as_it_should_be(db, engine):
    run = check("embedded://" if engine == "embedded" else elasticsearch_url())
    assert run.faults == []
    assert run.asked >= 60


def test_the_golden_set_tries_every_trap_and_expects_something_of_each_answer():
    golden = golden_set()
    assert len(golden.corpus.documents) >= 30
    assert len({question.text for question in golden.questions}) == len(golden.questions)
    for question in golden.questions:
        assert question.first or question.found or question.absent or question.is_empty, question.text
        named = {*question.first, *question.found, *question.absent, *question.before}
        assert named <= golden.corpus.numbers.keys(), question.text


def test_a_wrong_answer_is_told_by_what_is_wrong_with_it():
    question = GoldenQuestion(
        "ข้าว", "marks", first=("rice",), found=("rice",), absent=("news",), before=("rice", "white")
    )
    assert faults(question, ["rice", "white"]) == []
    assert faults(question, ["white", "rice", "news"]) == [
        ("first", ("rice",)),
        ("absent", ("news",)),
        ("before", ("rice", "white")),
    ]
    assert faults(question, []) == [("first", ("rice",)), ("found", ("rice",))]
    assert faults(GoldenQuestion("-", "syntax", is_empty=True), ["rice"]) == [("empty", ("rice",))]


def test_a_synonym_that_does_harm_shows_in_the_check(db, few_questions):
    SynonymGroup.objects.create(words="ข้าว\nข่าว")
    wrong = {fault["query"]: fault for fault in check().faults}
    assert ["absent", ["ห้องข่าวเยาวชนกับการรู้เท่าทันสื่อ"]] in wrong["ข้าว"]["faults"]


def test_the_office_s_own_question_is_asked_of_its_own_pages(search_index, manual, make_page, few_questions):
    page = make_page(manual, WorkProcessPage, "การเบิกค่าเดินทางไปราชการ")
    other = make_page(manual, WorkProcessPage, "การลงเวลา", summary="เบิกค่าเดินทางไม่ได้ที่นี่")
    ExpectedResult.objects.create(text="เบิกค่าเดินทาง", page=page, within=1)
    search_index.catch_up()
    assert check_and_keep().faults == []
    ExpectedResult.objects.update(page=other)
    (fault,) = check_and_keep().faults
    assert (fault["query"], fault["faults"]) == ("เบิกค่าเดินทาง", [["within", ["การลงเวลา"]]])
    other.unpublish()
    search_index.catch_up()
    (fault,) = check_and_keep().faults
    assert fault["faults"] == [["missing", ["การลงเวลา"]]]


def test_an_administrator_checks_the_search_and_reads_what_is_wrong(search_index, admin_client, few_questions):
    assert admin_client.get(reverse(ADDRESS)).context["run"] is None
    SynonymGroup.objects.create(words="ข้าว\nข่าว")
    assert admin_client.post(reverse(ADDRESS)).status_code == 302
    page = admin_client.get(reverse(ADDRESS)).content.decode()
    assert "ห้องข่าวเยาวชนกับการรู้เท่าทันสื่อ" in page
    SynonymGroup.objects.all().delete()
    admin_client.post(reverse(ADDRESS))
    assert GoldenRun.objects.first().faults == []
    assert reverse(ADDRESS) in admin_client.get(reverse("wagtailadmin_home")).content.decode()


def test_only_who_may_see_the_check_sees_it(client, django_user_model):
    editor = django_user_model.objects.create_user("editor", "e@example.org", "a-long-password", is_staff=True)
    client.force_login(editor)
    assert client.get(reverse(ADDRESS)).status_code in (302, 403)
    assert client.post(reverse(ADDRESS)).status_code in (302, 403)
    assert not GoldenRun.objects.exists()


def test_an_engine_that_is_down_is_told_and_nothing_is_kept(admin_client, settings, db):
    settings.SEARCH_URL = "http://127.0.0.1:1/portal"
    page = admin_client.post(reverse(ADDRESS), follow=True).content.decode()
    assert "127.0.0.1:1" in page
    assert not GoldenRun.objects.exists()


def test_old_checks_are_forgotten(search_index, few_questions):
    GoldenRun.objects.bulk_create(GoldenRun(engine="x", asked=1, milliseconds=1) for _ in range(30))
    check_and_keep()
    assert GoldenRun.objects.count() == golden_run.KEPT
