"""Files of what is not published: who gets them by guessing addresses, and where they lie."""

import io
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from PIL import Image
from wagtail import hooks
from wagtail.models import Collection, GroupCollectionPermission, Page

from manuals.models import WorkManualPage
from portal.content.held_files import held_collection
from portal.content.held_files.moving import repair, settle_page
from portal.content.models import PageAttachment, PortalDocument, PortalImage
from tests.factories import make_law, make_page, make_private

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def commits(django_capture_on_commit_callbacks):
    """What follows a commit is done when a test asks for it. Sizes of pictures of other tests are forgotten."""
    cache.clear()
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def owner():
    """Who sends in, with no permission of any kind."""
    return get_user_model().objects.create_user("owner", "o@example.org", "a-long-password")


@pytest.fixture
def other():
    """Another one like that."""
    return get_user_model().objects.create_user("other", "x@example.org", "a-long-password")


@pytest.fixture
def image(owner):
    """A held picture."""
    target = io.BytesIO()
    Image.new("RGB", (800, 600), "red").save(target, "JPEG")
    file = ContentFile(target.getvalue(), name="ภาพกิจกรรม.jpg")
    return PortalImage.objects.create(title="ภาพ", file=file, collection=held_collection(), uploaded_by_user=owner)


@pytest.fixture
def document(owner):
    """A held document."""
    file = ContentFile("แผนการจัดการเรียนรู้".encode(), name="plan.txt")
    return PortalDocument.objects.create(title="แผน", file=file, collection=held_collection(), uploaded_by_user=owner)


@pytest.fixture
def draft(manual_index, owner, image, document):
    """A page of the owner with both, not published."""
    page = WorkManualPage(title="คู่มือ", live=False, owner=owner, cover=image)
    manual_index.add_child(instance=page)
    page.attachments.add(PageAttachment(document=document))
    page.save_revision(user=owner)
    return page


def statuses(addresses, user=None) -> set[int]:
    browser = Client()
    if user is not None:
        browser.force_login(user)
    return {_status(browser, address) for address in addresses}


def _status(browser, address) -> int:
    """What the web server of an installation gives of `/media/`: any file whose name one guesses."""
    if address.startswith("/media/"):
        return 200 if Path(settings.MEDIA_ROOT, address.removeprefix("/media/")).is_file() else 404
    return browser.get(address).status_code


def addresses_of(image, document) -> list[str]:
    image = PortalImage.objects.get(pk=image.pk)
    return [image.file.url, image.get_rendition("width-200").url, PortalDocument.objects.get(pk=document.pk).url]


def guesses_of(image) -> list[str]:
    """Where the files of a picture would lie in public."""
    image = PortalImage.objects.get(pk=image.pk)
    names = [image.file.name, *image.renditions.values_list("file", flat=True)]
    return ["/media/" + name.removeprefix("private/") for name in names]


def publish(page, commits) -> None:
    with commits():
        page.specific.save_revision().publish()


def test_files_of_a_draft_are_there_for_owner_and_editors_only(draft, image, document, owner, other, admin):
    addresses = addresses_of(image, document)
    assert statuses(addresses) == {404}
    assert statuses(addresses, other) == {404}
    assert statuses(addresses, owner) == {200}
    assert statuses(addresses, admin) == {200}
    assert statuses(guesses_of(image)) == {404}
    for address in addresses:
        assert "no-store" in Client().get(address).headers.get("Cache-Control", "no-store")


def test_whom_a_plugin_lets_read_a_draft_gets_its_files_and_no_others(draft, image, document, other):
    """As reviewers of a work, and outsiders with a signed link."""
    addresses = addresses_of(image, document)
    with hooks.register_temporarily("may_read_unpublished", lambda request, page: request.user == other):
        assert statuses(addresses, other) == {200}
        assert statuses(addresses) == {404}
        draft.cover = None
        draft.save()
        draft.save_revision()
        assert statuses(addresses[:2], other) == {404}, "no longer of the draft"


def test_moderator_of_the_collection_gets_the_files(draft, image, document, other):
    group = Group.objects.create(name="ผู้ดูแลไฟล์")
    other.groups.add(group)
    for codename in ("change_image", "change_document"):
        permission = Permission.objects.get(codename=codename)
        GroupCollectionPermission.objects.create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )
    assert statuses(addresses_of(image, document), get_user_model().objects.get(pk=other.pk)) == {200}


def test_publishing_moves_files_and_sizes_to_the_public(draft, image, document, commits):
    held = addresses_of(image, document)
    publish(draft, commits)
    public = addresses_of(image, document)
    assert statuses(public) == {200}
    assert all(address.startswith("/media/") for address in public[:2])
    assert statuses(held[:2]) == {404}
    assert not list(Path(settings.PRIVATE_FILES_ROOT, "pictures").rglob("*.jpg"))
    assert PortalDocument.objects.get(pk=document.pk).collection == Collection.get_first_root_node()
    settle_page(draft.pk)
    assert addresses_of(image, document) == public, "doing it again changes nothing"


@pytest.mark.parametrize("how", ["unpublished", "withdrawn", "restricted", "deleted"])
def test_files_go_back_when_nothing_public_shows_them(how, draft, image, document, owner, commits):
    publish(draft, commits)
    public = addresses_of(image, document)
    page = WorkManualPage.objects.get(pk=draft.pk)
    with commits():
        if how == "unpublished":
            page.unpublish()
        elif how == "withdrawn":
            page.withdrawn_at = timezone.now()
            page.save()
        elif how == "restricted":
            make_private(page)
        else:
            page.delete()
    assert statuses(public[:2]) == {404}
    assert statuses(public[2:]) == {404}
    assert statuses(guesses_of(image)) == {404}
    assert not list(Path(settings.MEDIA_ROOT).rglob("*.jpg"))
    assert statuses(addresses_of(image, document), owner) == {200}


def test_readers_of_a_private_page_get_its_files(draft, image, document, other, commits):
    make_private(draft)
    publish(draft, commits)
    addresses = addresses_of(image, document)
    assert statuses(addresses) == {404}
    assert statuses(addresses, other) == {200}, "the page is for all who sign in"


def test_file_stays_public_while_another_page_or_a_register_shows_it(draft, image, document, manual_index, commits):
    publish(draft, commits)
    second = make_page(manual_index, WorkManualPage, "คู่มืออื่น", cover=image)
    make_law(document=document)
    with commits():
        WorkManualPage.objects.get(pk=draft.pk).unpublish()
    assert statuses(addresses_of(image, document)) == {200}
    with commits():
        second.unpublish()
    assert statuses(addresses_of(image, document)[:2]) == {404}


def test_draft_of_a_published_page_publishes_no_file(manual_index, image, document, owner, commits):
    page = make_page(manual_index, WorkManualPage, "คู่มือ", owner=owner)
    page.cover = image
    with commits():
        page.save_revision(user=owner)
    settle_page(page.pk)
    assert statuses(addresses_of(image, document)) == {404}
    publish(page, commits)
    assert statuses(addresses_of(image, document)[:2]) == {200}


def test_picture_that_a_new_version_leaves_out_is_no_longer_public(draft, image, document, commits):
    publish(draft, commits)
    page = WorkManualPage.objects.get(pk=draft.pk)
    page.cover = None
    publish(page, commits)
    assert statuses(addresses_of(image, document)[:2]) == {404}
    assert statuses(addresses_of(image, document)[2:]) == {200}


def test_page_that_is_only_scheduled_keeps_its_files_back(draft, image, document, commits):
    draft.go_live_at = timezone.now() + timezone.timedelta(days=1)
    publish(draft, commits)
    assert not Page.objects.get(pk=draft.pk).live
    assert statuses(addresses_of(image, document)) == {404}


def test_file_of_the_office_comes_back_to_its_collection(manual_index, commits, admin):
    collection = Collection.get_first_root_node().add_child(instance=Collection(name="ภาพข่าว"))
    target = io.BytesIO()
    Image.new("RGB", (80, 60)).save(target, "PNG")
    image = PortalImage.objects.create(title="ภาพ", file=ContentFile(target.getvalue(), "a.png"), collection=collection)
    page = make_page(manual_index, WorkManualPage, "คู่มือ", cover=image)
    with commits():
        page.unpublish()
    assert PortalImage.objects.get(pk=image.pk).collection == held_collection()
    publish(WorkManualPage.objects.get(pk=page.pk), commits)
    found = PortalImage.objects.get(pk=image.pk)
    assert (found.collection, found.file.name[:9]) == (collection, "original_")


def test_move_that_was_interrupted_is_repaired(image, document, commits):
    """The collection is changed, the files are not; or a copy was left in public."""
    image.get_rendition("width-200")
    PortalImage.objects.filter(pk=image.pk).update(collection=Collection.get_first_root_node())
    with commits():
        assert repair() == 1
    assert statuses(addresses_of(image, document)[:2]) == {200}
    PortalImage.objects.filter(pk=image.pk).update(collection=held_collection())
    with commits():
        assert repair() == 1
    left = Path(settings.MEDIA_ROOT, PortalImage.objects.get(pk=image.pk).file.name.removeprefix("private/"))
    left.write_bytes(b"left over")
    assert repair() == 0
    assert not left.exists()
    assert statuses(addresses_of(image, document)[:2]) == {404}


def test_editor_who_moves_a_picture_to_a_restricted_collection_hides_its_file(image, commits, admin):
    root = Collection.get_first_root_node()
    with commits():
        image.collection = root
        image.save()
    public = PortalImage.objects.get(pk=image.pk).file.url
    assert statuses([public]) == {200}
    with commits():
        image.collection = held_collection()
        image.save()
    assert statuses([public]) == {404}
