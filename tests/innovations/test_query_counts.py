"""What lists of works cost: the same for few works and for many, for contributors, reviewers and in the admin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from innovations.models import BestPracticePage, Contributor, InnovationPage, PdcaStep, Responsibility, WorkEvidence
from innovations.models.review.setup import SUPERVISORS
from portal.content.models import LearningArea, PageAuthor, PageSchool
from tests import factories
from tests.innovations.making import make_person, make_shelf
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
