"""Where a term is used: kept when pages are published and terms change, never while a draft is saved."""

import pytest

from manuals.models import ManualChapterPage
from portal.content import glossary_use
from portal.content.models import GlossaryTerm, GlossaryUse, PageText
from tests import factories


@pytest.fixture
def chapter(manual, make_page):
    return make_page(manual, ManualChapterPage, "บทนำ", summary="ว่าด้วยการนิเทศภายในโรงเรียน")


def users(term) -> list[str]:
    return list(term.uses.order_by("page").values_list("page__title", flat=True))


def test_a_new_term_finds_the_published_pages_that_say_it(chapter):
    assert users(factories.make_term("การนิเทศภายใน")) == ["บทนำ"]


def test_a_term_is_found_when_its_page_is_published_and_lost_when_it_is_unpublished(chapter):
    term = factories.make_term("การชี้แนะ")
    chapter.summary = "ใช้การชี้แนะ"
    revision = chapter.save_revision()
    assert users(term) == []
    revision.publish()
    assert users(term) == ["บทนำ"]
    ManualChapterPage.objects.get(pk=chapter.pk).unpublish()
    assert users(term) == []
    assert not PageText.objects.filter(pk=chapter.pk).exists()


def test_a_respelt_term_is_looked_for_again(chapter):
    term = factories.make_term("การชี้แนะ")
    term.also = "การนิเทศภายใน"
    term.save()
    assert users(term) == ["บทนำ"]


def test_a_deleted_page_leaves_nothing_behind(chapter):
    term = factories.make_term("การนิเทศภายใน")
    chapter.delete()
    assert users(term) == []


def test_a_draft_costs_the_glossary_nothing(chapter, django_assert_max_num_queries):
    factories.make_term("การนิเทศภายใน")
    uses = list(GlossaryUse.objects.values_list("pk", flat=True))
    chapter.summary = "ไม่มีแล้ว"
    chapter.save_revision()
    assert list(GlossaryUse.objects.values_list("pk", flat=True)) == uses


def test_an_import_looks_once_at_the_end(manual, make_page, django_assert_num_queries):
    with glossary_use.suspended():
        term = factories.make_term("การนิเทศภายใน")
        make_page(manual, ManualChapterPage, "บทนำ", summary="การนิเทศภายใน")
        assert users(term) == []
    assert users(term) == ["บทนำ"]


def test_an_import_that_fails_leaves_the_uses_as_they_were(manual, make_page):
    with pytest.raises(ValueError, match="broken"), glossary_use.suspended():
        term = factories.make_term("การนิเทศภายใน")
        make_page(manual, ManualChapterPage, "บทนำ", summary="การนิเทศภายใน")
        raise ValueError("broken")
    assert users(term) == []
    assert users(factories.make_term("การนิเทศ")) == []


def test_the_terms_page_names_the_pages_that_say_it(client, chapter):
    term = factories.make_term("การนิเทศภายใน")
    assert [page.title for page in client.get(term.get_absolute_url()).context["used_in"]] == ["บทนำ"]
    factories.make_private(chapter)
    assert client.get(term.get_absolute_url()).context["used_in"] == []


def test_a_term_is_stored_in_one_spelling_and_once(db):
    factories.make_term("น้\u0e4dาใจ")
    assert GlossaryTerm.objects.get().term == "น้ำใจ"
