"""The demo's works: complete, all different, alive in every filter, about nobody; loaded once; an account a role."""

from collections import Counter
from itertools import combinations

import pytest
from django.db import transaction
from django.test import override_settings
from post_office.models import Email

from innovations import demo
from innovations.demo.outline import flowing
from innovations.demo.page_maker import key_of
from innovations.demo.people import PEOPLE
from innovations.demo.states import waiting_works
from innovations.demo.works import published_works
from innovations.models import BestPracticePage, Contributor, InnovationPage, ResearchPage, Responsibility, WorkPage
from innovations.my_works.states import standing_of
from portal.accounts.demo_account import demo_password
from portal.content import demo as district
from portal.content.demo_data import NETWORKS, SCHOOLS
from portal.content.models import LEVELS, LearningArea, PortalImage, SchoolNetwork
from portal.thai.normalise import normalise
from portal.thai.personal import looks_personal
from portal.thai.segment import words

WORKS = published_works()
EVERYTHING = (*WORKS, *waiting_works())


def text_of(work) -> str:
    steps = [text for _phase, text in getattr(work, "steps", ())]
    return "\n".join(flowing(text) for text in (work.summary, *(getattr(work, name) for name in work.texts), *steps))


def shingles(work) -> set[tuple[str, ...]]:
    cut = [word for word in words(text_of(work)) if word.strip()]
    return {tuple(cut[start : start + 5]) for start in range(len(cut) - 4)}


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo in an empty portal, loaded once for these tests and rolled back; its password in a folder of its own."""
    folder = tmp_path_factory.mktemp("demo")
    places = {"DATA_DIR": folder, "MEDIA_ROOT": folder / "media", "PRIVATE_FILES_ROOT": folder / "private"}
    with django_db_blocker.unblock(), override_settings(**places), transaction.atomic():
        district.load()
        demo.load()
        yield
        transaction.set_rollback(True)


def test_there_are_forty_works_of_all_kinds_and_years():
    assert Counter(work.kind for work in WORKS) == {"innovation": 12, "best_practice": 18, "research": 10}
    assert {work.year for work in WORKS} == set(range(2565, 2570))
    assert len({work.key for work in EVERYTHING}) == len({work.title for work in EVERYTHING}) == len(EVERYTHING)


def test_every_filter_finds_a_work():
    schools = {school.name.removeprefix("โรงเรียน"): school.network for school in SCHOOLS}
    assert {name for work in WORKS for name in work.schools} == set(schools)
    assert {schools[name] for work in WORKS for name in work.schools} == {network.name for network in NETWORKS}
    assert {level for work in WORKS for level in work.levels} == {key for key, _label in LEVELS}
    assert {area for work in WORKS for area in work.areas} >= {"th", "ma", "sc", "so", "he", "ar", "oc", "fl", "ac"}
    assert {given for work in WORKS for given in work.authors} <= {person.given for person in PEOPLE}


@pytest.mark.parametrize("work", EVERYTHING, ids=lambda work: work.key)
def test_a_work_is_rightly_spelt_and_names_nobody(work):
    text = text_of(work)
    assert normalise(text) == text
    assert not looks_personal(text), work.key


def test_no_two_works_are_alike():
    cut = {work.key: shingles(work) for work in EVERYTHING}
    for one, other in combinations(cut, 2):
        shared = len(cut[one] & cut[other]) / min(len(cut[one]), len(cut[other]))
        assert shared < 0.05, (one, other)


@pytest.mark.django_db
def test_the_works_are_published_complete_and_found_under_their_schools_network(loaded):
    pages = [page.specific for page in WorkPage.objects.readable()]
    assert len(pages) == len(WORKS)
    for page in pages:
        assert page.progress.is_complete, page.title
        assert page.cover.description
        networks = {row.school.network.name for row in page.page_schools.all()}
        assert networks == {network.name for network in page.school_networks.all()}
    assert all(picture.alternative for page in pages for picture in page.pictures.all())
    assert LearningArea.objects.filter(tagged_pages__content_object__in=pages).distinct().count() == 11
    assert SchoolNetwork.objects.filter(tagged_pages__content_object__in=pages).distinct().count() == len(NETWORKS)
    assert any(page.reach.uses for page in pages) and all(page.reach.views for page in pages if page.reach.uses)


@pytest.mark.django_db
def test_every_work_builds_on_what_it_names_among_the_works(loaded):
    for work in WORKS:
        named = {key_of(key) for key in work.builds_on} & {key_of(other.key) for other in WORKS}
        page = WorkPage.objects.get(translation_key=key_of(work.key))
        assert named <= {row.built_on.translation_key for row in page.bases.all()}, work.key


@pytest.mark.django_db
def test_the_other_works_stand_where_one_can_try_each_step(loaded):
    where = {
        work.key: standing_of(WorkPage.objects.get(translation_key=key_of(work.key)).specific)
        for work in waiting_works()
    }
    assert {key: standing.key for key, standing in where.items()} == {
        "hardly-begun": "draft",
        "waiting-for-the-office": "review",
        "waiting-for-a-supervisor": "review",
        "waiting-for-the-committee": "review",
        "came-back": "returned",
        "withdrawn-by-its-author": "withdrawn",
    }
    steps = [str(standing.label) for standing in where.values() if standing.key == "review"]
    assert len(set(steps)) == 3
    assert Responsibility.objects.values("school_network").distinct().count() == len(NETWORKS)


@pytest.mark.django_db
def test_no_picture_belongs_to_a_work_that_is_not_published(loaded):
    for page in WorkPage.objects.exclude(pk__in=WorkPage.objects.readable()):
        assert page.cover is None and not page.pictures.exists() and not page.attachments.exists()


@pytest.mark.django_db
def test_each_account_signs_in_and_the_outsider_needs_none(loaded, client):
    accounts = demo.accounts()
    assert {"teacher1", "supervisor", "committee1", "moderator"} <= {account.username for account in accounts}
    for account in accounts:
        client.logout()
        if account.username:
            assert client.login(username=account.username, password=demo_password())
        assert client.get(account.address, follow=True).status_code == 200, account
    assert Contributor.objects.get(user__username="teacher1").school.name == "โรงเรียนบ้านห้วยครามวิทยา"


@pytest.mark.django_db
def test_a_second_load_adds_nothing_and_keeps_what_somebody_changed(loaded):
    page = InnovationPage.objects.first()
    page.title, page.slug = "ชื่อที่แก้แล้ว", "changed"
    page.save_revision().publish()
    before = [model.objects.count() for model in (InnovationPage, BestPracticePage, ResearchPage, PortalImage)]
    demo.load()
    assert [model.objects.count() for model in (InnovationPage, BestPracticePage, ResearchPage, PortalImage)] == before
    assert InnovationPage.objects.get(pk=page.pk).title == "ชื่อที่แก้แล้ว"
    assert not Email.objects.exists()
