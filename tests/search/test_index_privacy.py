"""The index holds only what an anonymous visitor may read: no page, no file, no word beside that."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from portal.content.attachment_text.records import read_all
from portal.content.models import PageAttachment, PortalDocument
from search.differences import compare
from search.draining import settle_everything
from search.models import DictionaryWord, IndexedWord
from search.rebuilding import rebuild
from tests import factories

KINDS = [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD, PageViewRestriction.GROUPS]


def restrict(page, kind=PageViewRestriction.LOGIN):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="open sesame")
    restriction.groups.set(Group.objects.all()[:1])
    return restriction


@pytest.fixture
def process(search_index, manual):
    """A public process that the index holds, with a word of its own."""
    made = factories.make_process(manual, title="การสังเกตชั้นเรียน", summary="มีนกกระเรียนในห้อง")
    assert search_index.holds(made)
    return made


def make_private(page):
    restrict(page)


def make_ancestor_private(page):
    restrict(page.get_parent().get_parent())


def move_under_private(page):
    other = factories.make_manual(page.get_parent().get_parent(), title="คู่มือภายใน")
    restrict(other)
    page.move(other, pos="last-child")


def move_manual_under_private(page):
    manual = page.get_parent().specific
    shelf = factories.make_manual_index(manual.get_parent().get_parent(), title="ชั้นภายใน")
    restrict(shelf)
    manual.move(shelf, pos="last-child")


def schedule_again(page):
    page.unpublish()
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision(approved_go_live_at=page.go_live_at).publish()


def expire(page):
    page.expire_at = timezone.now() - timedelta(seconds=1)
    page.save()


def withdraw(page):
    page.withdrawn_at = timezone.now()
    page.save()


def remove_plugin(page):
    """Nothing announces that: the timer's comparison finds it."""
    gone = ContentType.objects.create(app_label="gone", model="gonepage")
    Page.objects.filter(pk=page.pk).update(content_type=gone)
    settle_everything()


HIDDEN = [
    make_private,
    make_ancestor_private,
    move_under_private,
    move_manual_under_private,
    Page.unpublish,
    schedule_again,
    expire,
    withdraw,
    remove_plugin,
    Page.delete,
]
hidden = pytest.mark.parametrize("hide", HIDDEN, ids=lambda hide: hide.__name__)


@hidden
def test_a_page_that_is_hidden_leaves_the_index_with_its_words(search_index, process, hide):
    assert IndexedWord.objects.filter(word__contains="กระเรียน").exists()
    hide(process)
    assert not search_index.holds(process)
    assert search_index.saying("กระเรียน") == set()
    assert not IndexedWord.objects.filter(word__contains="กระเรียน").exists()
    assert not compare()


@hidden
def test_a_rebuild_leaves_hidden_pages_and_their_words_out(search_index, process, hide):
    hide(process)
    rebuild()
    assert process.pk not in search_index.pages
    assert not IndexedWord.objects.filter(word__contains="กระเรียน").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_restriction_hides_and_its_end_shows_again(search_index, process, kind):
    restriction = restrict(process.get_parent(), kind)
    assert search_index.pages == set()
    restriction.delete()
    assert search_index.holds(process)


def test_of_two_restrictions_the_second_goes_on_hiding(search_index, process):
    above, own = restrict(process.get_parent()), restrict(process)
    above.delete()
    assert search_index.pages == {process.get_parent().pk}
    own.delete()
    assert search_index.holds(process)


def test_a_page_moved_out_of_a_private_branch_is_found(search_index, process, manual_index):
    other = factories.make_manual(manual_index, title="คู่มือสาธารณะ")
    restrict(process.get_parent())
    assert not search_index.holds(process)
    process.refresh_from_db()
    process.move(other, pos="last-child")
    assert search_index.holds(process)


def test_a_copy_of_a_private_page_is_as_private_as_the_page(search_index, process):
    restrict(process)
    copy = process.copy(update_attrs={"slug": "copy"})
    assert search_index.pages.isdisjoint({process.pk, copy.pk})


def test_an_alias_below_a_private_page_is_not_found(search_index, process, manual_index):
    other = factories.make_manual(manual_index, title="คู่มือภายใน")
    restrict(other)
    alias = process.create_alias(parent=other, update_slug="alias")
    assert not search_index.holds(alias)
    assert search_index.holds(process)


def test_a_page_made_private_in_the_admin_leaves(search_index, process, admin_client):
    address = reverse("wagtailadmin_pages:set_privacy", args=[process.get_parent().pk])
    admin_client.post(address, {"restriction_type": "login", "password": "", "groups": []})
    assert PageViewRestriction.objects.exists()
    assert search_index.pages == set()
    admin_client.post(address, {"restriction_type": "none", "password": "", "groups": []})
    assert search_index.holds(process)


@pytest.fixture
def collection(db):
    """A collection below the root."""
    return Collection.get_first_root_node().add_child(name="เอกสารภายใน")


@pytest.fixture
def attached(search_index, process):
    """A public page with a file in which a secret stands."""
    document = factories.make_document("บันทึกลับสุดยอด", content="รหัสเข้าตึกคือช้างเผือก".encode())
    list(read_all([document]))
    PageAttachment.objects.create(page=process, document=document)
    assert search_index.saying("ช้างเผือก") == search_index.saying("ลับสุดยอด") == {process.pk}
    return document


def put_into(document, collection):
    document.collection = collection
    document.save()


def hide_collection(collection):
    return CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")


def test_a_file_put_into_a_restricted_collection_leaves_and_its_page_stays(search_index, process, attached, collection):
    hide_collection(collection)
    put_into(attached, collection)
    assert search_index.saying("ช้างเผือก") == search_index.saying("ลับสุดยอด") == set()
    assert search_index.holds(process)
    put_into(attached, Collection.get_first_root_node())
    assert search_index.saying("ช้างเผือก") == {process.pk}


def test_files_leave_when_their_collection_or_one_above_is_restricted_and_come_back(
    search_index, process, attached, collection
):
    put_into(attached, collection.add_child(name="ชั้นใน"))
    restriction = hide_collection(collection)
    assert search_index.saying("ช้างเผือก") == set()
    restriction.delete()
    assert search_index.saying("ช้างเผือก") == {process.pk}


def test_files_leave_when_their_collection_is_moved_into_a_restricted_one(
    search_index, process, attached, collection, admin_client
):
    put_into(attached, collection)
    closed = Collection.get_first_root_node().add_child(name="ห้องปิด")
    hide_collection(closed)
    search_index.catch_up()
    response = admin_client.post(
        reverse("wagtailadmin_collections:edit", args=[collection.pk]), {"name": collection.name, "parent": closed.pk}
    )
    assert response.status_code == 302
    assert search_index.saying("ช้างเผือก") == set()


def test_files_moved_in_number_into_a_restricted_collection_leave(
    search_index, process, attached, collection, admin_client
):
    hide_collection(collection)
    address = reverse("wagtail_bulk_action", args=["content", "portaldocument", "add_to_collection"])
    response = admin_client.post(f"{address}?id={attached.pk}", {"collection": collection.pk})
    assert response.status_code == 302
    assert PortalDocument.objects.get(pk=attached.pk).collection == collection
    assert search_index.saying("ช้างเผือก") == search_index.saying("ลับสุดยอด") == set()


def test_a_replaced_file_is_found_no_longer_by_what_stood_in_it(search_index, process, attached):
    attached.file = ContentFile("ปฏิทินโรงเรียน".encode(), name="new.txt")
    attached.save()
    assert search_index.saying("ช้างเผือก") == set()


def test_titles_of_hidden_pages_teach_the_dictionary_nothing(search_index, manual):
    restrict(manual)
    factories.make_process(manual, title="แนวคิดฟิชโบวล์")
    factories.make_process(manual, title="แนวทางฟุ๋งเหยะ", live=False)
    search_index.catch_up()
    rebuild()
    assert not DictionaryWord.objects.filter(is_learnt=True).exists()
