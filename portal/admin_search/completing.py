"""Indexes what is not in the admin's index as it should be: rows that migrations wrote, entries of an older release."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model, QuerySet, TextField
from django.db.models.functions import Cast
from modelsearch.backends import get_search_backend
from modelsearch.conf import get_app_config
from modelsearch.index import get_indexed_models

from .indexing import MARK

AT_ONCE = 500  # objects


def complete_after_migration(using: str, **kwargs: Any) -> None:
    """Complete the index when `migrate` has brought all tables up to date. Emptying a test's database plans nothing."""
    if "plan" in kwargs and using == "default" and _is_up_to_date(using):
        complete()


def complete() -> int:
    """Index every object without an entry of today's spelling; return how many there were."""
    backend = get_search_backend()
    count = 0
    for model in get_indexed_models():
        keys = list(_missing(model).values_list("pk", flat=True))
        for start in range(0, len(keys), AT_ONCE):
            objects = list(model.get_indexed_objects().filter(pk__in=keys[start : start + AT_ONCE]))
            backend.add_bulk(model, objects)
        count += len(keys)
    return count


def _missing(model: Any) -> QuerySet[Model]:
    content_type = ContentType.objects.get_for_model(model)
    entries = get_app_config().get_model("IndexEntry").objects.filter(content_type=content_type)
    is_marked: dict[str, Any] = {"autocomplete__contains": MARK}
    if connections["default"].vendor == "postgresql":
        is_marked = {"autocomplete": SearchQuery(MARK, config="simple")}
    current = entries.filter(**is_marked).values("object_id")
    return model.get_indexed_objects().order_by().annotate(key=Cast("pk", TextField())).exclude(key__in=current)


def _is_up_to_date(using: str) -> bool:
    executor = MigrationExecutor(connections[using])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
