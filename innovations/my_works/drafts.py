"""The draft of a work: its latest revision, written over and over without leaving a trail of autosaves."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from wagtail.models import Revision, TaskState

from innovations.models import WorkPage
from innovations.sections import Section

if TYPE_CHECKING:
    from portal.accounts.models import User

ONE_SITTING: Final = timedelta(minutes=30)
NAMES_OF: Final = ("learning_areas", "tags")  # kept in rows of their own
NO_CONTENT: Final = ("pk", "page", "sort_order", "translation_key", "locale")


def draft_of(page: WorkPage) -> WorkPage:
    """The work as it was last saved, with its rows in memory."""
    return page.get_latest_revision_as_object()


def fingerprint(work: WorkPage, section: Section) -> str:
    """What stands in a part, in a few letters: another tab or person has changed it when they differ."""
    data = work.serializable_data()
    values: list[Any] = [
        sorted(str(tag) for tag in getattr(work, name).all()) if name in NAMES_OF else data.get(name)
        for name in section.fields
    ]
    for name in section.rows:
        values.append([{key: row[key] for key in row if key not in NO_CONTENT} for row in data.get(name, [])])
    return hashlib.sha256(json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True).encode()).hexdigest()[:16]


def save_draft(work: WorkPage, user: User, *, is_autosave: bool = False) -> Revision:
    """Keep the work as its latest revision. What is published, reviewed or somebody else's is never written over."""
    if not work.first_published_at:
        work.slug = ""  # of the title as it is now
    latest = work.latest_revision
    is_own = latest is not None and latest.user_id == user.pk and is_autosave and _is_passing(work, latest)
    return work.save_revision(user=user, overwrite_revision=latest if is_own else None, clean=True)


def _is_passing(work: WorkPage, revision: Revision) -> bool:
    """Whether nothing else than the draft hangs on a revision of this sitting."""
    is_fresh = revision.created_at > timezone.now() - ONE_SITTING
    return (
        is_fresh and revision.pk != work.live_revision_id and not TaskState.objects.filter(revision=revision).exists()
    )
