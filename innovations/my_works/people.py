"""Authors as contributors name them: known people are taken, new ones are written down once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from django.db.models import Q

from innovations.models import WorkPage
from portal.content.models import Person, School
from portal.thai.normalise import normalise, squash

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from portal.accounts.models import User

_PREFIX: Final = re.compile(r"^(นางสาว|นาง|นาย|ดร\.|ผศ\.\s?ดร\.|ผศ\.|รศ\.|ว่าที่ร้อยตรี|ว่าที่\s?ร\.ต\.|น\.ส\.)\s*")


def people_near(user: User, school: School | None, work: WorkPage) -> QuerySet[Person]:
    """Whom a contributor most likely names: colleagues, oneself, authors of own works and of this draft."""
    named = [row.person_id for row in work.authors.all()]
    near = Q(pk__in=named) | Q(user=user) | Q(authorships__page__owner=user)
    if school:
        near |= Q(school=school)
    return Person.objects.filter(near).select_related("school").distinct()


def person_named(name: str, position: str, school: School | None, user: User) -> Person:
    """The person of that name at that school; made where the register has none. `name` may begin with a title.

    Who writes the own name is known by it from then on."""
    prefix, given, family = split_name(name)
    same = Person.objects.filter(given_name=given, family_name=family, school=school).first()
    person = same or Person.objects.create(
        prefix=prefix, given_name=given, family_name=family, position=position, school=school
    )
    is_oneself = squash(user.get_full_name()) in (squash(person.name), squash(str(person)))
    if is_oneself and person.user_id is None and not Person.objects.filter(user=user).exists():
        person.user = user
        person.save()
    return person


def split_name(name: str) -> tuple[str, str, str]:
    """Title, given name, family name of a name in one line: `นางสาวพิมพ์ใจ ริมคราม`."""
    text = " ".join(normalise(name).split())
    match = _PREFIX.match(text)
    prefix = match[1] if match and match.end() < len(text) else ""
    given, _space, family = text[match.end() if prefix and match else 0 :].partition(" ")
    return prefix, given[:100], family[:100]
