"""One account a role, so that one can walk a work through the review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.functional import cached_property

from innovations.demo.people import PEOPLE, person_named
from innovations.models import Contributor, Invitation, Responsibility
from innovations.models.review.setup import COMMITTEE, SUPERVISORS
from portal.accounts.demo_account import DemoAccount, demo_password
from portal.accounts.models import User
from portal.content.models import Person, School, SchoolNetwork

MY_WORKS: Final = "my_works:list"
MODERATORS: Final = ("ผู้พิจารณา", "Moderators")
NETWORKS_OF_SUPERVISORS: Final[Mapping[str, tuple[str, ...]]] = {
    "supervisor": ("ห้วยคราม", "โนนฝ้ายงาม"),
    "supervisor2": ("ภูตะวัน", "หนองดอกบัว", "ลำน้ำใส"),
}


@dataclass(frozen=True, slots=True)
class Role:
    """An account: whose it is among the demo's people, in which groups, and what it is called on the terminal."""

    username: str
    given: str
    label: str
    groups: tuple[str, ...] = ()
    start: str = "review_queue"


ROLES: Final = (
    Role("teacher1", "พิมพ์ใจ", "Contributor (ครูผู้ส่งผลงาน)", start=MY_WORKS),
    Role("teacher2", "สายชล", "Contributor of another school", start=MY_WORKS),
    Role("supervisor", "ดวงเดือน", "Supervisor (ศึกษานิเทศก์)", (SUPERVISORS,)),
    Role("supervisor2", "นิรุตติ์", "Supervisor of other networks", (SUPERVISORS,)),
    Role("committee1", "ฝ้ายคำ", "Member of the committee (คณะกรรมการ)", (COMMITTEE,)),
    Role("committee2", "สายธาร", "Member of the committee", (COMMITTEE,)),
    Role("committee3", "พนา", "Member of the committee", (COMMITTEE,)),
    Role("moderator", "ปิ่นมณี", "Moderator and editor (ผู้ดูแลเนื้อหา)", MODERATORS, "wagtailadmin_home"),
)


class DemoUsers:
    """The role accounts, made where they are missing."""

    def __init__(self, schools: Mapping[str, School]) -> None:
        self.schools = schools

    def __getitem__(self, username: str) -> User:
        """The account with that name."""
        return self._users[username]

    def owner_for(self, given: str) -> User | None:
        """The account of that author, who has sent in what the author wrote."""
        return next((self[role.username] for role in ROLES if role.given == given), None)

    @cached_property
    def _users(self) -> dict[str, User]:
        standing = get_user_model().objects.in_bulk([role.username for role in ROLES], field_name="username")
        missing = [role for role in ROLES if role.username not in standing]
        kept = make_password(demo_password()) if missing else ""
        made = {role.username: self._make(role, kept) for role in missing}
        if missing:
            _share_out(standing | made)
        return standing | made

    def _make(self, role: Role, password: str) -> User:
        person = person_named(role.given, self.schools)
        user = get_user_model().objects.create(
            username=role.username,
            password=password,
            first_name=person.given_name,
            last_name=person.family_name,
            email=f"{role.username}@example.org",
        )
        user.groups.add(*Group.objects.filter(name__in=role.groups))
        Person.objects.filter(pk=person.pk, user=None).update(user=user)
        one = next(one for one in PEOPLE if one.given == role.given)
        if role.start == MY_WORKS and one.school in self.schools:
            Contributor.objects.create(user=user, school=self.schools[one.school])
        return user


def accounts() -> list[DemoAccount]:
    """What `make demo` prints: each account, and the link of a reviewer from outside."""
    password = demo_password()
    is_right = cache(lambda kept: check_password(password, kept))  # a demo's accounts share what is kept of it
    found = [
        DemoAccount(role.label, reverse(role.start), user.username, is_right(user.password))
        for role in ROLES
        if (user := get_user_model().objects.filter(username=role.username, is_active=True).first())
    ]
    guests = [one for one in Invitation.objects.select_related("state") if one.is_valid]
    return found + [
        DemoAccount("Reviewer from outside, without an account", guest.get_absolute_url()) for guest in guests
    ]


def _share_out(users: Mapping[str, User]) -> None:
    """Which supervisor looks after which networks."""
    for username, names in NETWORKS_OF_SUPERVISORS.items():
        for network in SchoolNetwork.objects.filter(name__in=names):
            Responsibility.objects.get_or_create(user=users[username], learning_area=None, school_network=network)
