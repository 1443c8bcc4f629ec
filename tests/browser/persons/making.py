"""The people of the review and works at each of its steps."""

from __future__ import annotations

from innovations.models import BestPracticePage, ReviewState
from innovations.models.review.setup import COMMITTEE, SUPERVISORS
from portal.accounts.models import User
from portal.content.models import LearningArea, Person, School
from tests import factories
from tests.innovations.making import make_person, make_shelf
from tests.innovations.my_works.conftest import make_contributor
from tests.innovations.review.conftest import act, give, make_user, send, state_now

PASSWORD = "a-long-password"
MEMBERS = ("member1", "member2", "member3")


def teacher() -> User:
    """A contributor of a school."""
    found = User.objects.filter(username="pimjai").first()
    return found or make_contributor("pimjai", factories.make_school(), first_name="พิมพ์ใจ", last_name="ริมคราม")


def supervisor() -> User:
    """Of the group that checks and reviews."""
    return User.objects.filter(username="somchai").first() or make_user("somchai", SUPERVISORS, first_name="สมชาย")


def members() -> list[User]:
    """The committee."""
    found = list(User.objects.filter(username__in=MEMBERS).order_by("username"))
    return found or [make_user(name, COMMITTEE, first_name=f"กรรมการ {name[-1]}") for name in MEMBERS]


def sent_work(title: str) -> BestPracticePage:
    """A complete work that was sent and waits for the completeness check."""
    home = factories.make_home()
    shelf = make_shelf(home, BestPracticePage)
    texts = ("importance", "objectives", "process", "results", "success_factors", "lessons")
    work = factories.make_page(
        shelf, BestPracticePage, title, live=False, owner=teacher(), summary="เด็กกล้าพูดหน้าเสาธง",
        academic_year=2569, levels=["p1"], **dict.fromkeys(texts, "เด็กอ่านออกเขียนได้"),
    )  # fmt: skip
    work.learning_areas.add(LearningArea.objects.get(code="th"))
    work.authors.create(person=Person.objects.filter(user=teacher()).first() or make_person(user=teacher()))
    work.page_schools.create(school=School.objects.get())
    work.save_revision(user=teacher())
    send(work, teacher())
    return work


def work_before_the_committee(title: str, scores: int = 2) -> ReviewState:
    """Its step; that many members have scored."""
    work, committee = sent_work(title), members()
    act(work, supervisor())
    act(work, supervisor())
    state = state_now(work)
    for member in committee[:scores]:
        give(state, user=member)
    return state
