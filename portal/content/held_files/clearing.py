"""Deletes files that wait for a publication that will not come: no page, draft or register names them any more."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.db.models import Max, Q
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState

from .collection import held_collection
from .files import HELD_MODELS, Files, pages_naming, referring

GRACE: Final = timedelta(days=14)  # after the upload, and after the last draft that named it
DAY: Final = timedelta(days=1)
_EMBEDDED: Final = re.compile(r'\bid="([0-9]{1,18})"')  # in rich text


def clear_once_a_day() -> int:
    """`clear_unused`, unless done in the last day: a timer that cron starts each minute knows of no last time."""
    note = settings.DATA_DIR / "held-files-cleared"
    if note.exists() and time.time() - note.stat().st_mtime < DAY.total_seconds():
        return 0
    deleted = clear_unused()
    note.touch()
    return deleted


def clear_unused() -> int:
    """Delete what was uploaded for drafts that are gone or name it no more; how many files.

    What was public once stays, and what is younger than the grace period or in a draft of it."""
    deleted = 0
    for model in HELD_MODELS:
        candidates = _candidates(model)
        keys = set(candidates.values_list("pk", flat=True))
        if keys:
            unused = keys - _named_in_rows(model, keys) - _named_in_drafts(model)
            for record in candidates.filter(pk__in=unused):
                record.delete()
                deleted += 1
    return deleted


def _candidates(model: Any) -> Any:
    old = timezone.now() - GRACE
    held = model.objects.filter(collection=held_collection(), public_collection=None, created_at__lt=old)
    return held.exclude(uploaded_by_user=None)


def _named_in_rows(model: Any, keys: set[int]) -> set[int]:
    """By pages as they are stored, by registers, and by whatever else Wagtail knows to refer to a file."""
    found = {
        key
        for row, field in referring(model)
        for key in row._default_manager.filter(**{f"{field}__in": keys}).values_list(field, flat=True)
    }
    return found | {key for key in keys - found if pages_naming(_files(model, key))}


def _named_in_drafts(model: Any) -> set[int]:
    """By the drafts that somebody may go on with: the latest, those in review, those of the grace period."""
    fields = {field for _row, field in referring(model)}
    drafts = _drafts().values_list("content", flat=True)
    return {key for content in drafts.iterator() for key in _keys_in(content, fields)}


def _drafts() -> Any:
    revisions = Revision.objects.filter(base_content_type__app_label="wagtailcore", base_content_type__model="page")
    since = timezone.now() - GRACE
    before = (
        revisions.filter(created_at__lt=since).order_by().values("object_id").annotate(last=Max("pk")).values("last")
    )
    wanted = Q(created_at__gte=since) | Q(pk__in=before)
    for name in ("latest_revision", "live_revision"):
        wanted |= Q(pk__in=Page.objects.order_by().exclude(**{name: None}).values(name))
    in_review = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    return revisions.filter(wanted | Q(pk__in=in_review.order_by().values("revision")))


def _keys_in(value: Any, fields: set[str]) -> Iterator[int]:
    """Values of these fields; and every number in a body of blocks or embedded in rich text, whatever it may mean."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in fields and isinstance(inner, int):
                yield inner
            else:
                yield from _keys_in(inner, fields)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys_in(inner, fields)
    elif isinstance(value, str):
        yield from (int(number) for number in _EMBEDDED.findall(value))
        yield from _numbers_in(value)


def _numbers_in(text: str) -> Iterator[int]:
    """Of a body of blocks, which is stored as JSON in a text."""
    if not text.startswith("[{"):
        return
    waiting: list[Any] = [_read(text)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, int):
            yield value
        elif isinstance(value, str):
            yield from (int(number) for number in _EMBEDDED.findall(value))
        elif isinstance(value, dict | list):
            waiting.extend(value.values() if isinstance(value, dict) else value)


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:  # a text that only begins as one
        return None


def _files(model: Any, key: int) -> Files:
    return Files(*(frozenset({key} if held is model else ()) for held in HELD_MODELS))
