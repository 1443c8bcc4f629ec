"""The child rows of a page, as its templates read them."""

from __future__ import annotations

from typing import Any

from django.db.models import Manager, QuerySet, prefetch_related_objects


def fetched(rows: Manager[Any], *related: str) -> list[Any]:
    """All rows with what they refer to, a query a table for what was not fetched; a preview's are in memory already."""
    found = rows.all()
    shown = list(found)
    if isinstance(found, QuerySet):
        prefetch_related_objects(shown, *related)
    return shown
