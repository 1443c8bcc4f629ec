"""Breadcrumbs, anchors, the language switch, page numbers, examples."""

import pytest
from django.utils import translation

from innovations.models import InnovationIndexPage
from portal.content.models import GlossaryTerm
from portal.templatetags.furniture import page_numbers, register_counts, search_examples


def test_breadcrumbs_lead_from_home_to_the_page(manual, render, django_assert_max_num_queries, rf):
    request = rf.get(manual.url)
    render("{% load furniture %}{% breadcrumbs page %}", request, page=manual)
    with django_assert_max_num_queries(2):
        shown = render("{% load furniture %}{% breadcrumbs page %}", request, page=manual)
    assert 'href="/"' in shown
    assert f'href="{manual.get_parent().url}"' in shown
    assert f'href="{manual.url}"' not in shown
    assert 'aria-current="page"' in shown


def test_the_home_page_has_no_breadcrumbs(home, render):
    assert "<nav" not in render("{% load furniture %}{% breadcrumbs page %}", page=home)


def test_an_unpublished_parent_is_no_step_of_the_way(manual, render):
    parent = manual.get_parent()
    parent.specific.unpublish()
    assert parent.title not in render("{% load furniture %}{% breadcrumbs page %}", page=manual)


def test_equal_headings_of_a_page_get_different_anchors(db, render):
    source = '{% load furniture %}{% heading_anchor "งาน" as a %}{% heading_anchor "งาน" as b %}{{ a }} {{ b }}'
    assert render(source) == "ngan ngan-2"


def test_a_new_page_begins_with_anchors_of_its_own(db, render):
    source = '{% load furniture %}{% heading_anchor "งาน" %}'
    assert render(source) == render(source) == "ngan"


@pytest.mark.parametrize(("on", "offered"), [("th", "English"), ("en", "ไทย")])
def test_the_other_language_is_offered_and_leads_back_here(db, render, rf, on, offered):
    request = rf.get("/glossary/", {"a": "1&2"})
    source = "{% load furniture %}{% other_languages as all %}{{ all.0.name }} {{ all.0.url }}"
    with translation.override(on):
        shown = render(source, request)
    assert shown.startswith(f"{offered} /language/")
    assert "next=%2Fglossary%2F%3Fa%3D1%25262" in shown


@pytest.mark.parametrize(
    ("page", "pages", "numbers"),
    [
        (1, 3, [1, 2, 3]),
        (5, 20, [1, None, 4, 5, 6, None, 20]),
        (1, 1000, [1, 2, None, 1000]),
        (1000, 1000, [1, None, 999, 1000]),
    ],
)
def test_page_numbers_stay_few_however_many_pages_there_are(page, pages, numbers):
    assert page_numbers(page, pages) == numbers


@pytest.fixture
def summed_up(manual):
    """A manual with a summary."""
    manual.summary = "บอกว่างานแต่ละเรื่องทำอย่างไร"
    manual.save_revision().publish()
    return manual


def test_examples_of_questions_find_something(search_index, summed_up, client):
    search_index.catch_up()
    assert search_examples()
    for example in search_examples():
        assert client.get("/search/", {"q": example}).context["results"].total


def test_drafts_are_no_examples(summed_up):
    summed_up.unpublish()
    assert search_examples() == []


def test_the_registers_say_what_they_hold(db):
    before = register_counts()["terms"]
    GlossaryTerm.objects.create(term="ตัวชี้วัด", meaning="สิ่งที่บอกว่าสำเร็จหรือไม่")
    assert register_counts()["terms"] == before + 1


def test_the_shelf_of_works_says_that_it_is_empty(home, make_page, client, search_index):
    shelf = make_page(home, InnovationIndexPage, "นวัตกรรมและผลงาน")
    search_index.catch_up()
    with translation.override("en"):
        client.cookies["django_language"] = "en"
        assert "The shelf is still empty" in client.get(shelf.url).content.decode()
