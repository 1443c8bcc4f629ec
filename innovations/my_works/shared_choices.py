"""What all rows of a list offer or show, asked for once however many rows there are."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from innovations.models import WorkPage
from portal.content.models import PortalImage, School

from .ownership import contributor_of
from .people import people_near

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from portal.accounts.models import User

Choices = list[tuple[Any, str]]


class SharedChoices:
    """For the rows of `work` that `user` fills in."""

    def __init__(self, work: WorkPage, user: User) -> None:
        self.work, self.user = work, user

    @cached_property
    def home_school(self) -> School | None:
        """Of the contributor."""
        contributor = contributor_of(self.user)
        return contributor.school if contributor else None

    @cached_property
    def people(self) -> QuerySet[Any]:
        """Whom the contributor most likely names."""
        return people_near(self.user, self.home_school, self.work)

    @cached_property
    def people_choices(self) -> Choices:
        """With their schools."""
        named = [(one.pk, f"{one}, {one.school}" if one.school else str(one)) for one in self.people]
        return [("", _("somebody else, named below")), *named]

    @cached_property
    def school_choices(self) -> Choices:
        """All of the register."""
        return [("", _("own school")), *((school.pk, str(school)) for school in School.objects.all())]


def records_of(queryset: QuerySet[Any], keys: Iterable[Any]) -> dict[str, Any]:
    """The records of these keys by key, as far as `queryset` has them; pictures with their sizes."""
    wanted = {str(key) for key in keys if str(key).isdigit()}
    if not wanted:
        return {}
    found = queryset.model._default_manager.filter(pk__in=queryset.filter(pk__in=wanted).order_by().values("pk"))
    if queryset.model is PortalImage:
        found = found.prefetch_related("renditions")
    return {str(record.pk): record for record in found}
