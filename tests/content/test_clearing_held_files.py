"""Files of drafts that are gone are deleted after the grace period; whatever somebody may still want stays."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Revision

from innovations.models import BestPracticePage, WorkPicture
from portal.content.held_files import held_collection
from portal.content.held_files.clearing import clear_once_a_day, clear_unused
from portal.content.models import PageAttachment, PortalDocument, PortalImage
from tests.factories import make_admin, make_document
from tests.innovations.making import make_image, make_work

LONG_AGO = timezone.now() - timedelta(days=40)


@pytest.fixture
def owner(db):
    return make_admin("owner")


def held(record, owner, created_at=LONG_AGO, **fields):
    """The file as a contributor's upload of long ago."""
    values = {"collection": held_collection(), "uploaded_by_user": owner, "created_at": created_at, **fields}
    type(record).objects.filter(pk=record.pk).update(**values)
    return record


def test_a_file_that_no_draft_names_goes_with_its_sizes_and_a_young_or_once_public_one_stays(
    owner, home, django_capture_on_commit_callbacks
):
    gone = held(make_document("เก่า"), owner)
    kept = [
        held(make_document("เพิ่งส่ง"), owner, timezone.now()),
        held(make_document("เคยเผยแพร่"), owner, public_collection=held_collection().get_parent()),
        make_document("ของสำนักงาน"),
    ]
    with django_capture_on_commit_callbacks(execute=True):
        assert clear_unused() == 1
    assert set(PortalDocument.objects.all()) == set(kept)
    assert not gone.file.storage.exists(gone.file.name)


def test_the_timer_looks_once_a_day_however_often_it_starts(owner, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    held(make_document("เก่า"), owner)
    assert clear_once_a_day() == 1
    held(make_document("เก่าอีกฉบับ"), owner)
    assert clear_once_a_day() == 0


def test_what_a_draft_names_stays_until_the_draft_is_gone(owner, home):
    picture, document = held(make_image(), owner), held(make_document(), owner)
    work = make_work(home, BestPracticePage, live=False, owner=owner)
    work.pictures = [WorkPicture(image=picture, alternative="ห้องเรียน")]
    work.attachments = [PageAttachment(document=document)]
    work.save_revision(user=owner)
    Revision.objects.update(created_at=LONG_AGO)
    assert clear_unused() == 0
    work.delete()
    assert clear_unused() == 2
    assert not PortalImage.objects.exists()


def test_what_was_taken_out_of_a_draft_stays_for_the_grace_period(owner, home):
    picture = held(make_image(), owner)
    work = make_work(home, BestPracticePage, live=False, owner=owner)
    work.pictures = [WorkPicture(image=picture, alternative="ห้องเรียน")]
    work.save_revision(user=owner)
    Revision.objects.update(created_at=LONG_AGO)
    work.pictures = []
    work.save_revision(user=owner)
    assert clear_unused() == 0
    Revision.objects.filter(pk=work.latest_revision_id).update(created_at=LONG_AGO + timedelta(days=1))
    assert clear_unused() == 1


def test_a_picture_in_the_text_of_an_unpublished_page_stays(owner, manual):
    picture = held(make_image(), owner)
    revision = manual.save_revision()
    revision.content["body"] = f'[{{"type": "picture", "value": {{"image": {picture.pk}}}}}]'
    revision.save()
    assert clear_unused() == 0
