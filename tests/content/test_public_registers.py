"""The public pages of glossary, laws and forms."""

import pytest
from django.urls import reverse

from manuals.models import ProcessForm, ProcessLaw
from portal.content.models import KnowledgePage, LegalReference
from tests import factories


def test_the_glossary_is_filed_under_thai_letters(client, home):
    for word in ("เกณฑ์", "ข้อมูล", "กลุ่ม", "PLC", "5 ส", "โครงการ"):
        factories.make_term(word)
    groups = client.get("/glossary/").context["groups"]
    assert [(letter, [term.term for term in terms]) for letter, _anchor, terms in groups] == [
        ("0-9", ["5 ส"]),
        ("P", ["PLC"]),
        ("ก", ["กลุ่ม", "เกณฑ์"]),
        ("ข", ["ข้อมูล"]),
        ("ค", ["โครงการ"]),
    ]
    anchors = [anchor for _letter, anchor, _terms in groups]
    assert len(set(anchors)) == len(anchors)
    assert all(anchor.isascii() for anchor in anchors)


def test_laws_stand_under_their_kinds_by_rank(client, home):
    factories.make_law("ระเบียบการสอบ", kind=LegalReference.Kind.REGULATION)
    factories.make_law("พระราชบัญญัติข", kind=LegalReference.Kind.ACT)
    groups = client.get("/laws/").context["groups"]
    assert [[law.title for law in found] for _label, found in groups] == [["พระราชบัญญัติข"], ["ระเบียบการสอบ"]]


@pytest.fixture
def cited(manual):
    """A law and a form, and two processes that cite them."""
    law, form = factories.make_law(), factories.make_form(versions=2)
    for title in ("ขั้นสอง", "เกณฑ์หนึ่ง"):
        process = factories.make_process(manual, title=title)
        process.laws, process.forms = [ProcessLaw(law=law)], [ProcessForm(form=form)]
        process.save_revision().publish()
    return law, form


@pytest.mark.parametrize("which", [0, 1])
def test_a_record_names_the_pages_that_use_it_in_thai_order(client, cited, which):
    used_in = client.get(cited[which].get_absolute_url()).context["used_in"]
    assert [page.title for page in used_in] == ["เกณฑ์หนึ่ง", "ขั้นสอง"]
    assert all(client.get(page.url).status_code == 200 for page in used_in)


def test_drafts_and_private_pages_are_not_named(client, manual, cited):
    pages = list(KnowledgePage.objects.descendant_of(manual))
    pages[0].specific.unpublish()
    assert len(client.get(cited[0].get_absolute_url()).context["used_in"]) == 1
    factories.make_private(manual)
    assert client.get(cited[0].get_absolute_url()).context["used_in"] == []


def test_where_used_costs_the_same_for_one_page_and_for_many(client, manual, cited, django_assert_max_num_queries):
    law, _form = cited
    for number in range(10):
        process = factories.make_process(manual, title=f"งาน {number}")
        process.laws = [ProcessLaw(law=law)]
        process.save_revision().publish()
    client.get(law.get_absolute_url())
    with django_assert_max_num_queries(12):
        assert len(client.get(law.get_absolute_url()).context["used_in"]) == 12


def test_an_old_version_leads_to_the_current_one_and_says_so(client, home):
    form = factories.make_form(versions=2)
    first, second = form.versions.order_by("number")
    response = client.get(first.get_absolute_url(), follow=True)
    assert response.status_code == 200
    assert response.context["replaced"] == first
    assert response.context["current"] == second
    assert client.get(second.get_absolute_url())["Location"] == second.document.url


@pytest.mark.parametrize("asked", ["", "2", "99", "-1", "x", "๑", "1' OR 1=1", "9" * 40])
def test_other_values_of_replaced_say_nothing(client, home, asked):
    form = factories.make_form(versions=2)
    response = client.get(form.get_absolute_url(), {"replaced": asked})
    assert response.status_code == 200
    assert response.context["replaced"] is None


@pytest.mark.parametrize("address", ["/glossary/nothing/", "/laws/nothing/", "/forms/nothing/", "/forms/nothing/1/"])
def test_unknown_records_are_not_found(client, home, address):
    assert client.get(address).status_code == 404


def test_a_version_that_never_was_is_not_found(client, home):
    form = factories.make_form(versions=1)
    for number in (0, 2, 10**30):
        assert client.get(reverse("form_version", args=[form.slug, number])).status_code == 404


def test_a_form_without_a_file_still_has_its_page(client, home):
    form = factories.make_form(versions=0)
    assert client.get(form.get_absolute_url()).status_code == 200
    assert client.get("/forms/").status_code == 200


def test_a_title_with_markup_is_shown_as_text(client, home):
    law = factories.make_law("<script>alert(1)</script>")
    assert "<script>alert" not in client.get(law.get_absolute_url()).content.decode()
