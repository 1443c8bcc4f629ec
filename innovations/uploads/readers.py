"""Who else than its contributor gets the files of a work that is not published."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from innovations.models import ReviewState, WorkPage
from innovations.models.review.own import is_own
from portal.content.held_files.reading import HOOK


def connect() -> None:
    """Reviewers read the files of the works that they were asked to review; done once, when the apps are ready."""
    hooks.register(HOOK, may_read_as_reviewer)


def may_read_as_reviewer(request: HttpRequest, page: Any) -> bool:
    """Whether who asks was asked about this work and is no author of it."""
    user = request.user
    if not isinstance(page, WorkPage) or not user.is_authenticated or not user.is_active:
        return False
    asked = ReviewState.objects.filter(work=page, reviewers=user).exclude(barred=user)
    return asked.exists() and not is_own(page, user)
