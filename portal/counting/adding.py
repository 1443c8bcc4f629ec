"""Adds to the day's count and to the sum: two processes may count at once, so the database adds."""

from __future__ import annotations

import logging
from typing import Literal, TypeAlias

from django.db import DatabaseError, transaction
from django.db.models import F, Model
from django.utils import timezone

from portal.content.models import PageReach
from portal.content.short_wait import short_wait

from .models import ClassUse, PageDay

What: TypeAlias = Literal["views", "downloads"]

logger = logging.getLogger(__name__)


def count(page: int, what: What) -> None:
    """One more view or download of the page with that key. Never fails: whoever reads has nothing to do with it."""
    try:
        with short_wait(), transaction.atomic():
            _add(PageDay, {"page_id": page, "day": timezone.localdate()}, what)
            _add(PageReach, {"page_id": page}, what)
    except DatabaseError:
        logger.exception("One of the %s of page %s could not be counted.", what, page)


def sum_uses(page: int, *, is_new: bool = True) -> None:
    """Write how often the page was used in class, from what is approved; `is_new`: it may be the first count."""
    with transaction.atomic():
        if is_new:
            PageReach.objects.bulk_create([PageReach(page_id=page)], ignore_conflicts=True)
        PageReach.objects.filter(page_id=page).update(uses=ClassUse.objects.approved().filter(page_id=page).count())


def _add(model: type[Model], key: dict, what: What) -> None:
    rows = model._default_manager
    row = rows.filter(**key)
    if not row.update(**{what: F(what) + 1}):
        rows.bulk_create([model(**key)], ignore_conflicts=True)
        row.update(**{what: F(what) + 1})
