"""People of every role, and a work on its way through the review."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from post_office.models import Email
from wagtail.models import GroupPagePermission

from innovations.models import (
    BestPracticeIndexPage,
    BestPracticePage,
    CommitteeTask,
    ReviewState,
    Rubric,
)
from innovations.models.review.setup import COMMITTEE, SUPERVISORS, build
from innovations.review.scoring import Given, Scorer, keep
from portal.content.models import Person
from tests.factories import make_admin, make_page


def make_user(name, group="", **fields):
    """An account, in a group where one is named."""
    user = get_user_model().objects.create_user(name, f"{name}@example.org", "a-long-password", **fields)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def state_now(work) -> ReviewState:
    """The open step of a work."""
    return ReviewState.objects.get(work=work, status=ReviewState.STATUS_IN_PROGRESS)


def act(work, user, action="approve", **fields) -> None:
    """Take the open step as a screen would."""
    state = state_now(work)
    state.task.specific.on_action(state, user, action, **fields)


def give(state, points=4, hands_in=True, **scorer):
    """A score with the same points for every criterion."""
    criteria = CommitteeTask.objects.get(pk=state.task_id).rubric.criteria.all()
    given = Given(dict.fromkeys(criteria, (points, "")), has_no_interest=True)
    return keep(state, Scorer(**scorer), given, hands_in=hands_in)


def send(work, user):
    """Begin the review."""
    return work.get_workflow().start(work, user)


@pytest.fixture
def shelf(home):
    from django.apps import apps
    from wagtail.models import Workflow

    if not Rubric.objects.exists():
        build(apps.get_model)
    assert Workflow.objects.exists()
    return make_page(home, BestPracticeIndexPage, "ผลงานของครู")


@pytest.fixture
def teacher(db):
    return make_user("teacher", first_name="มานี", last_name="ใจดี")


@pytest.fixture
def coauthor(shelf):
    """An author with an account, who is a supervisor and of the committee too."""
    user = make_user("coauthor", SUPERVISORS)
    user.groups.add(Group.objects.get(name=COMMITTEE))
    Person.objects.create(given_name="ปิติ", user=user)
    return user


@pytest.fixture
def supervisor(shelf):
    return make_user("supervisor", SUPERVISORS, first_name="สมชาย", last_name="นิเทศดี")


@pytest.fixture
def members(shelf):
    return [make_user(f"member{number}", COMMITTEE) for number in (1, 2, 3)]


@pytest.fixture
def boss(db):
    return make_admin("boss")


@pytest.fixture
def moderator(shelf):
    """May publish pages, as editors in chief do."""
    user = make_user("moderator")
    group = Group.objects.create(name="all rights")
    for kind in ("add", "change", "publish", "lock", "unlock"):
        GroupPagePermission.objects.create(
            group=group,
            page=shelf.get_parent(),
            permission=GroupPagePermission.objects.model._meta.get_field("permission").related_model.objects.get(
                codename=f"{kind}_page"
            ),
        )
    group.permissions.add(*Group.objects.get(name=SUPERVISORS).permissions.all())
    user.groups.add(group)
    return user


@pytest.fixture
def work(shelf, teacher, coauthor):
    page = make_page(shelf, BestPracticePage, "นิทานหน้าเสาธง", live=False, owner=teacher, importance="เด็กไม่กล้าพูด")
    page.authors.create(person=coauthor.person)
    page.save_revision(user=teacher)
    return page


@pytest.fixture
def scored(work, teacher, supervisor, members):
    """A work whose committee has to score."""
    send(work, teacher)
    act(work, supervisor)
    act(work, supervisor)
    return state_now(work)


@pytest.fixture
def letters(django_capture_on_commit_callbacks):
    """`letters(do)`: who was written to, by what `do` does, as (address, subject)."""

    def written(do):
        Email.objects.all().delete()
        with django_capture_on_commit_callbacks(execute=True):
            do()
        return sorted((letter.to[0], letter.subject) for letter in Email.objects.all())

    return written
