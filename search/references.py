"""Which pages a record stands in: the tags, schools, laws, forms and files whose words are part of a page's."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Field, ForeignKey, ManyToManyField, Model
from modelcluster.fields import ParentalKey
from wagtail.models import Page, ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from portal.content.models import KnowledgePage

_FARTHEST = 3  # records between a record and a page: a network is named by its schools, these by pages


@dataclass(frozen=True, slots=True)
class Path:
    """Rows of `model` that lead from a record, by the lookup `record`, to a page, by the lookup `page`."""

    model: type[Model]
    page: str
    record: str


def is_named(model: type[Model]) -> bool:
    """Whether pages may refer to records of this model."""
    return bool(paths_to(model)) or model in get_snippet_models()


def pages_naming(model: type[Model], records: Collection[Any]) -> set[int]:
    """Keys of the pages that refer to one of the records (keys) in themselves, in their rows, or in blocks of text.

    Their rows are asked themselves: Wagtail's index of references may know a draft's instead of the published ones."""
    found: set[int] = set()
    for path in paths_to(model):
        rows = path.model._default_manager.filter(**{f"{path.record}__in": records})
        found.update(rows.values_list(path.page, flat=True))
    in_blocks = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id__in=[str(record) for record in records],
    )
    found.update(int(page) for page in in_blocks.values_list("object_id", flat=True))
    return found


@cache
def way_to_page(row: type[Model]) -> tuple[str, ...]:
    """The fields, one after the other, by which rows of a model belong to a knowledge page; none for other models."""
    for field in row._meta.get_fields():
        if isinstance(field, ParentalKey):
            if issubclass(field.related_model, KnowledgePage):
                return (field.name,)
            if farther := way_to_page(field.related_model):
                return (field.name, *farther)
    return ()


@cache
def paths_to(model: type[Model]) -> tuple[Path, ...]:
    """The ways from a record of this model to pages; none for most models."""
    return tuple(_paths(model, _FARTHEST))


def _paths(model: type[Model], farthest: int) -> Iterator[Path]:
    if not farthest or issubclass(model, Page):
        return
    for other in apps.get_models(include_auto_created=True):
        for field in _own_references(other):
            if field.related_model is not model:
                continue
            if issubclass(other, KnowledgePage):
                yield Path(other, "pk", field.name)
            elif way := way_to_page(other):
                yield Path(other, "__".join(way), field.name)
            else:
                for path in _paths(other, farthest - 1):
                    yield Path(path.model, path.page, f"{path.record}__{field.name}")


def _own_references(model: type[Model]) -> Iterator[Field[Any, Any]]:
    """Not those to what a model inherits from, nor to the page or row that a row belongs to."""
    for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
        is_reference = isinstance(field, ForeignKey | ManyToManyField) and not isinstance(field, ParentalKey)
        if is_reference and not getattr(field.remote_field, "parent_link", False):
            yield field
