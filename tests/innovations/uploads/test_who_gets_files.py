"""The files of a work on its way, asked for by everybody who can guess an address."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from innovations.models import WorkPicture
from innovations.uploads import accept_document, accept_picture
from portal.content.models import PageAttachment, PortalDocument, PortalImage
from tests.innovations.review.conftest import (  # noqa: F401  fixtures
    act,
    boss,
    coauthor,
    make_user,
    members,
    moderator,
    scored,
    send,
    shelf,
    state_now,
    supervisor,
    teacher,
    work,
)

from . import making

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forget_sizes():
    """Of the pictures of other tests."""
    cache.clear()


@pytest.fixture
def files(work, teacher):  # noqa: F811
    """A photograph and a report of the work, as the contributor sent them."""
    image = accept_picture(making.upload("ภาพ.jpg", making.picture()), teacher)
    document = accept_document(making.upload("รายงาน.docx", making.docx()), teacher)
    work.pictures.add(WorkPicture(image=image, alternative="เด็กเล่านิทาน"))
    work.attachments.add(PageAttachment(document=document))
    work.save_revision(user=teacher)
    return image, document


def addresses(files) -> list[str]:
    image, document = PortalImage.objects.get(pk=files[0].pk), PortalDocument.objects.get(pk=files[1].pk)
    return [image.file.url, image.get_rendition("width-165").url, document.url]


def statuses(files, user=None) -> list[int]:
    browser = Client()
    if user is not None:
        browser.force_login(user)
    found = []
    for address in addresses(files):
        public = Path(settings.MEDIA_ROOT, address.removeprefix("/media/"))
        found.append(public.is_file() and 200 if address.startswith("/media/") else browser.get(address).status_code)
    return found


def test_files_of_a_work_in_review(work, files, teacher, coauthor, supervisor, members, boss):  # noqa: F811
    asked_nobody = make_user("another contributor")
    everybody = [None, asked_nobody, supervisor, *members]
    assert [statuses(files, user) for user in everybody] == [[404] * 3] * len(everybody), "a draft"
    assert statuses(files, teacher) == [200] * 3
    assert statuses(files, boss) == [200] * 3
    send(work, teacher)
    assert supervisor in state_now(work).reviewers.all()
    assert statuses(files, supervisor) == [200] * 3
    others = [None, asked_nobody, coauthor, members[0]]
    assert [statuses(files, user) for user in others] == [[404] * 3] * len(others), "sent in"


def test_publishing_a_reviewed_work_gives_its_files_to_everybody(
    work,  # noqa: F811
    files,
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        work.save_revision().publish()
    assert statuses(files) == [200] * 3
    assert addresses(files)[0].startswith("/media/original_images/")
    with django_capture_on_commit_callbacks(execute=True):
        type(work).objects.get(pk=work.pk).unpublish()
    assert statuses(files) == [404] * 3


def test_office_uploads_pictures_in_the_admin_as_before(boss):  # noqa: F811
    """They go to the public folder, unless their collection is for few."""
    browser = Client()
    browser.force_login(boss)
    answer = browser.post(
        "/admin/images/add/",
        {"title": "ภาพข่าว", "file": making.upload("ข่าว.jpg", making.picture()), "collection": "1", "tags": ""},
    )
    assert answer.status_code == 302
    image = PortalImage.objects.get(title="ภาพข่าว")
    assert image.file.url.startswith("/media/original_images/")
    assert browser.get(f"/admin/images/{image.pk}/").status_code == 200
    assert browser.get("/admin/images/").status_code == 200
