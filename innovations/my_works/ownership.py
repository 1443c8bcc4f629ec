"""Whose work is whose. Every view of My works asks here, and only here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

from innovations.models import Contributor, WorkPage

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from portal.accounts.models import User


def contributor_of(user: User) -> Contributor | None:
    """The record of who was invited, with the school."""
    return Contributor.objects.filter(user=user).select_related("school__network").first()


def may_send_in(user: User) -> bool:
    """Invited contributors, and staff, who send in works of their own."""
    return contributor_of(user) is not None or user.has_perm("wagtailadmin.access_admin")


def works_of(user: User) -> QuerySet[WorkPage]:
    """The works that the user sends in, newest change first."""
    return WorkPage.objects.filter(owner=user).order_by("-latest_revision_created_at", "-pk")


def own_work(user: User, pk: int, *, is_changed: bool = False) -> WorkPage:
    """The user's own work, of its kind, as it stands in the database; with `is_changed` locked until the commit.

    Whatever is somebody else's does not exist: 404."""
    works = works_of(user).select_for_update(of=("self",)) if is_changed else works_of(user)
    work = works.filter(pk=pk).first()
    if work is None or not may_send_in(user):
        raise Http404
    return work.specific
