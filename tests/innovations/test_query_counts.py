"""What lists of works cost: the same for few works and for many, for contributors, reviewers and in the admin."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from innovations.models import (
    BestPracticePage,
    Contributor,
    InnovationPage,
    PdcaStep,
    Responsibility,
    WorkEvidence,
    WorkMedia,
    WorkPicture,
)
from innovations.models.review.setup import SUPERVISORS
from portal.content.models import LearningArea, PageAttachment, PageAuthor, PageSchool, PortalMedia
from tests import factories
from tests.innovations.making import make_image, make_person, make_shelf
from tests.innovations.review.conftest import act, make_user, send

LISTS = {
    "owner": ["my_works:list"],
    "reviewer": ["review_queue"],
    "boss": [
        "review_queue",
        "work_reports:in_review",
        "work_reports:load",
        "work_reports:everything",
        "wagtailsnippets_innovations_contributor:list",
        "wagtailsnippets_innovations_responsibility:list",
        "wagtailsnippets_content_person:list",
        "statistics_aging",
        "wagtailadmin_home",
    ],
}


@pytest.fixture
def people(db):
    """Who sends in, who reviews, who looks after all."""
    school = factories.make_school()
    owner = make_user("owner", first_name="มานี", last_name="ใจดี")
    Contributor.objects.create(user=owner, school=school)
    return {"owner": owner, "reviewer": make_user("reviewer", SUPERVISORS), "boss": factories.make_admin("boss")}


def add_works(home, owner, reviewer, start, count):
    """Of both kinds, with rows: a third drafts, a third in review, a third returned or at the next step; and people."""
    school, areas = owner.contributor.school, list(LearningArea.objects.all()[:2])
    for number in range(start, start + count):
        kind = BestPracticePage if number % 2 else InnovationPage
        person = make_person(f"ครู {number}", school=school)
        fields = {"evidence": [WorkEvidence(measure="คะแนน", after=5)], "page_schools": [PageSchool(school=school)]}
        if kind is BestPracticePage:
            fields["pdca_steps"] = [PdcaStep(phase="plan", text="วางแผน")]
        named = {"live": False, "owner": owner, "authors": [PageAuthor(person=person)]}
        page = factories.make_page(make_shelf(home, kind), kind, f"ผลงาน {number}", **named, **fields)
        page.learning_areas.set(areas)
        page.save_revision(user=owner)
        if number % 3:
            send(page, owner)
        if number % 3 == 1 and number > 2:
            act(page, reviewer, "reject" if number % 2 else "approve", comment="โปรดเพิ่มหลักฐาน")
        user = make_user(f"teacher{number}")
        Contributor.objects.create(user=user, school=school)
        Responsibility.objects.create(user=user, learning_area=areas[0], school_network=school.network)


def costs(client, people, home):
    """Queries of each list, by who reads it and its name."""
    found = {}
    for who, names in LISTS.items():
        client.force_login(people[who])
        addresses = {name: reverse(name) for name in names}
        if who == "boss":
            addresses["explorer"] = reverse("wagtailadmin_explore", args=[make_shelf(home, BestPracticePage).pk])
        for name, address in addresses.items():
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200, address
            found[who, name] = len(asked)
    return found


def test_no_list_of_works_asks_more_for_more_works(client, home, people):
    add_works(home, people["owner"], people["reviewer"], 0, 4)
    few = costs(client, people, home)
    add_works(home, people["owner"], people["reviewer"], 4, 6)
    many = costs(client, people, home)
    assert many == few
    assert few["owner", "my_works:list"] <= 30


def add_rows(work, count):
    """Authors, pictures with their sizes, files and recordings, as a draft has them."""
    for number in range(count):
        work.authors.add(PageAuthor(person=make_person(f"ผู้ร่วม {number} {work.authors.count()}")))
        image = make_image(size=(60, 40))
        image.get_rendition("max-480x360")
        work.pictures.add(WorkPicture(image=image, alternative="ภาพ"))
        work.attachments.add(PageAttachment(document=factories.make_document()))
        media = PortalMedia.objects.create(title="เสียง", type="audio", file=ContentFile(b"ID3", name="talk.mp3"))
        work.media.add(WorkMedia(media=media, title="เสียง"))
    work.save_revision(user=work.owner)


@pytest.mark.parametrize("part", ["about", "files"])
def test_a_part_asks_no_more_for_more_rows_than_reading_its_draft_does(client, home, people, part):
    owner = people["owner"]
    work = factories.make_page(make_shelf(home, BestPracticePage), BestPracticePage, "ผลงาน", live=False, owner=owner)
    client.force_login(owner)
    costs_of_rows = []
    for more in (1, 3):
        add_rows(work, more)
        address = reverse("my_works:section", args=[work.pk, part])
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        stored = BestPracticePage.objects.get(pk=work.pk)
        with CaptureQueriesContext(connection) as reading:  # Wagtail asks whether each row still leads somewhere
            stored.get_latest_revision_as_object()
        costs_of_rows.append(len(asked) - len(reading))
    assert costs_of_rows[0] == costs_of_rows[1]
