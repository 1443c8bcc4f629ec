"""Addresses of pages and tags: readable ASCII made of Thai titles, unique, stable."""

import pytest
from django.urls import reverse

from manuals.models import ManualChapterPage, WorkManualPage
from portal.content.models import KnowledgeTag, LearningArea
from tests import factories


def editor_post(page_type, title: str, **fields) -> dict:
    """What the editor's form sends for a page with nothing but a title."""
    sets = ("attachments", "comments", "definitions", "steps", "forms", "laws", "part_headings")
    empty = {f"{name}-{key}": "0" for name in sets for key in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    streams = {f"{name}-count": "0" for name in ("body", "preface")}
    return {"title": title, "slug": "", "summary": "", **empty, **streams, **fields}


@pytest.mark.parametrize("live", [True, False])
def test_siblings_whose_titles_differ_only_in_tone_get_three_addresses(manual, make_page, live):
    slugs = [make_page(manual, ManualChapterPage, title, live=live).slug for title in ("ข้าว", "ข่าว", "ขาว")]
    assert len(set(slugs)) == 3
    assert all(slug.isascii() and slug.startswith("khao") for slug in slugs)


def test_a_title_of_signs_only_still_gets_an_address(manual, make_page):
    assert make_page(manual, ManualChapterPage, "???").slug == "page"


def test_a_new_title_keeps_the_address(manual):
    before = manual.slug
    manual.title = "ชื่อใหม่"
    manual.save_revision().publish()
    manual.refresh_from_db()
    assert (manual.title, manual.slug) == ("ชื่อใหม่", before)


def test_the_editor_may_leave_the_slug_empty(admin_client, manual_index):
    address = reverse("wagtailadmin_pages:add", args=["manuals", "workmanualpage", manual_index.pk])
    for title in ("ข้าว", "ข่าว"):
        response = admin_client.post(address, editor_post(WorkManualPage, title))
        assert response.status_code == 302, response.context["form"].errors
    assert sorted(WorkManualPage.objects.values_list("slug", flat=True)) == ["khao", "khao-2"]


def test_a_copy_without_a_slug_gets_one_of_its_own(manual, make_page):
    chapter = make_page(manual, ManualChapterPage, "บทนำ")
    copy = chapter.copy(update_attrs={"title": "บทนำ", "slug": ""})
    assert copy.slug == f"{chapter.slug}-2"


def test_a_title_is_stored_with_its_vowels_and_marks_in_order(manual, make_page):
    assert make_page(manual, ManualChapterPage, "น้\u0e4dาใจ").title == "น้ำใจ"


def test_tags_that_read_alike_get_three_addresses(db):
    slugs = [KnowledgeTag.objects.create(name=name).slug for name in ("ข้าว", "ข่าว", "ขาว")]
    assert slugs == ["khao", "khao-2", "khao-3"]


def test_the_curriculum_comes_with_the_software(db):
    names = list(LearningArea.objects.values_list("name", flat=True))
    assert len(names) == 11
    assert names[0] == "ภาษาไทย"
    assert all(slug.isascii() for slug in LearningArea.objects.values_list("slug", flat=True))


def test_uploaded_names_keep_every_sound_of_their_thai_name(db):
    document = factories.make_document(name="แบบฟอร์มที่ ๑ น้ำ.pdf")
    assert document.filename == "baepfom-thi-1-nam.pdf"
