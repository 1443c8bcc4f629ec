"""Withdrawn, expired, private and orphaned pages: what a visitor gets, and what lists leave out."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from manuals.models import ManualChapterPage
from portal.content.models import KnowledgePage
from tests import factories

PAST = timezone.now() - timedelta(minutes=1)


@pytest.fixture
def chapter(manual, make_page):
    return make_page(manual, ManualChapterPage, "บทนำ")


def is_readable(page) -> bool:
    return KnowledgePage.objects.readable().filter(pk=page.pk).exists()


def test_a_published_page_is_served_and_listed(client, chapter):
    assert client.get(chapter.url).status_code == 200
    assert is_readable(chapter)


def test_a_withdrawn_page_says_so_with_410_and_leaves_every_list(client, chapter):
    ManualChapterPage.objects.filter(pk=chapter.pk).update(withdrawn_at=PAST)
    response = client.get(chapter.url)
    assert response.status_code == 410
    assert chapter.title in response.content.decode()
    assert "noindex" in response.content.decode()
    assert not is_readable(chapter)
    assert chapter.url not in client.get("/sitemap.xml").content.decode()


def test_an_expired_page_is_gone_before_the_timer_has_run(client, chapter):
    Page.objects.filter(pk=chapter.pk).update(expire_at=PAST)
    assert client.get(chapter.url).status_code == 404
    assert not is_readable(chapter)
    assert chapter.url not in client.get("/sitemap.xml").content.decode()


def test_a_page_that_expires_later_is_still_there(client, chapter):
    Page.objects.filter(pk=chapter.pk).update(expire_at=timezone.now() + timedelta(hours=1))
    assert client.get(chapter.url).status_code == 200
    assert is_readable(chapter)


def test_a_page_below_a_private_one_is_private(client, manual, chapter):
    factories.make_private(manual)
    assert client.get(chapter.url).status_code == 302
    assert not is_readable(chapter)


def test_a_draft_is_not_listed(manual, make_page):
    assert not is_readable(make_page(manual, ManualChapterPage, "ฉบับร่าง", live=False))


def test_a_page_whose_plugin_was_removed_is_not_listed(chapter):
    gone = ContentType.objects.create(app_label="gone", model="gonepage")
    Page.objects.filter(pk=chapter.pk).update(content_type=gone)
    assert not is_readable(chapter)


def test_an_old_address_leads_to_the_page_after_its_slug_changed(client, chapter, django_capture_on_commit_callbacks):
    old = chapter.url
    chapter.slug = "intro"
    with django_capture_on_commit_callbacks(execute=True):
        chapter.save_revision().publish()
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, ManualChapterPage.objects.get(pk=chapter.pk).url)


def test_old_addresses_below_a_renamed_or_moved_page_lead_on(
    client, manual_index, manual, chapter, django_capture_on_commit_callbacks
):
    first = chapter.url
    manual.refresh_from_db()
    manual.slug = "another"
    with django_capture_on_commit_callbacks(execute=True):
        manual.save_revision().publish()
    second = ManualChapterPage.objects.get(pk=chapter.pk).url
    other = factories.make_manual(manual_index, title="เล่มอื่น")
    with django_capture_on_commit_callbacks(execute=True):
        ManualChapterPage.objects.get(pk=chapter.pk).move(other, pos="last-child")
    third = ManualChapterPage.objects.get(pk=chapter.pk).url
    assert len({first, second, third}) == 3
    for old in (first, second):
        response = client.get(old)
        assert (response.status_code, response["Location"]) == (301, third)
    assert client.get(third).status_code == 200
