"""Search index and references, brought up to date once after many objects were written, not at every save."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db.models import Model
from modelcluster.models import ClusterableModel, get_all_child_relations
from modelsearch.backends import get_search_backends
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from .tasks import NotedObject, noting

AT_ONCE = 100  # objects indexed in one go


@contextmanager
def once_at_the_end() -> Iterator[None]:
    """What this thread saves inside is indexed, and its references kept, when the block ends; after an error not."""
    if getattr(noting, "objects", None) is not None:
        yield
        return
    objects: set[NotedObject] = set()
    noting.objects = objects
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        noting.objects = None
    _catch_up(objects)


def _catch_up(noted: Iterable[NotedObject]) -> None:
    for (app_label, model_name), same in groupby(sorted(noted), key=lambda one: one[:2]):
        keys = [key for _app_label, _model_name, key in same]
        for start in range(0, len(keys), AT_ONCE):
            _update(apps.get_model(app_label, model_name), keys[start : start + AT_ONCE])


def _update(model: Any, keys: list[str]) -> None:
    objects = list(model.get_indexed_objects().filter(pk__in=keys).prefetch_related(*_rows_of(model)))
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(model, objects)
    if ReferenceIndex.is_indexed(model):
        for one in objects:
            ReferenceIndex.create_or_update_for_object(one)


def _rows_of(model: type[Model], prefix: str = "") -> Iterator[str]:
    """The names of all rows that are edited with an object, and of the rows of those."""
    if issubclass(model, ClusterableModel):
        for relation in get_all_child_relations(model):
            name = f"{prefix}{relation.get_accessor_name()}"
            yield name
            yield from _rows_of(relation.related_model, f"{name}__")
