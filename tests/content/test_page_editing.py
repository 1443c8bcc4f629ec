"""Vocabularies in the page editor: checkboxes that lose nothing, tags in one spelling."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from manuals.models import ManualChapterPage
from portal.content.models import LearningArea
from tests import factories

from .test_page_slugs import editor_post


@pytest.fixture
def chapter(manual, make_page):
    return make_page(manual, ManualChapterPage, "บทนำ")


def save(client, page, **fields):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.post(address, {**editor_post(type(page), page.title, slug=page.slug), **fields})
    assert response.status_code == 302, response.context["form"].errors
    return type(page).objects.get(pk=page.pk)


def test_learning_areas_and_networks_are_checkboxes(admin_client, chapter):
    factories.make_network("หนองดอกบัว")
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[chapter.pk])).content.decode()
    for name, label in (
        ("learning_areas", "สังคมศึกษา ศาสนา และวัฒนธรรม"),
        ("school_networks", "หนองดอกบัว"),
        ("levels", "ป"),
    ):
        assert f'type="checkbox" name="{name}"' in html
        assert label in html


def test_what_was_ticked_is_published_and_shown_as_ticked(admin_client, chapter):
    areas = LearningArea.objects.filter(code__in=["so", "ma"])
    network = factories.make_network("ภู ตะวัน")
    chosen = {"learning_areas": [area.pk for area in areas], "school_networks": [network.pk], "levels": ["m1", "p3"]}
    page = save(admin_client, chapter, **chosen, tags='"การอ่าน ออกเขียนได้", ข่าว', **{"action-publish": "1"})
    assert {area.code for area in page.learning_areas.all()} == {"so", "ma"}
    assert list(page.school_networks.all()) == [network]
    assert page.levels == ["p3", "m1"]
    assert {tag.name for tag in page.tags.all()} == {"การอ่าน ออกเขียนได้", "ข่าว"}
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert html.count(" checked") >= 5


def test_unticking_everything_empties_the_vocabularies(admin_client, chapter):
    chapter.learning_areas.add(LearningArea.objects.first())
    chapter.save_revision().publish()
    page = save(admin_client, chapter, **{"action-publish": "1"})
    assert list(page.learning_areas.all()) == []


def test_a_draft_keeps_its_ticks_and_the_live_page_its_own(admin_client, chapter):
    area = LearningArea.objects.get(code="th")
    page = save(admin_client, chapter, learning_areas=[area.pk])
    assert list(page.learning_areas.all()) == []
    assert [one.code for one in page.get_latest_revision_as_object().learning_areas.all()] == ["th"]


def test_an_unknown_choice_is_refused_not_dropped(admin_client, chapter):
    address = reverse("wagtailadmin_pages:edit", args=[chapter.pk])
    sent = editor_post(type(chapter), chapter.title, slug=chapter.slug, learning_areas=["99999"], levels=["p9"])
    response = admin_client.post(address, {**sent, "action-publish": "1"})
    assert set(response.context["form"].errors) == {"learning_areas", "levels"}


def test_a_tag_typed_with_other_marks_is_the_same_tag(admin_client, chapter):
    page = save(admin_client, chapter, tags="น้ำใจ, น้\u0e4dาใจ", **{"action-publish": "1"})
    assert [tag.name for tag in page.tags.all()] == ["น้ำใจ"]


def test_levels_refuse_what_is_no_level(chapter):
    chapter.levels = ["p1", "x"]
    with pytest.raises(ValidationError, match="levels"):
        chapter.full_clean()
