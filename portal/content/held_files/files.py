"""Which files a page shows, and which of them everybody may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey, Model
from modelcluster.fields import ParentalKey
from wagtail.models import Page, PageQuerySet, ReferenceIndex
from wagtail.snippets.models import get_snippet_models

from portal.content.models import KnowledgePage, PortalDocument, PortalImage, PortalMedia
from portal.content.published import published

HELD_MODELS: Final = (PortalImage, PortalDocument, PortalMedia)  # in the order of the fields of `Files`
_KEPT_WITH_FILES = frozenset({"content.portalrendition", "content.documenttext"})


@dataclass(frozen=True, slots=True)
class Files:
    """Keys of pictures, documents, videos and sounds."""

    images: frozenset[int] = frozenset()
    documents: frozenset[int] = frozenset()
    media: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.images or self.documents or self.media)

    def __or__(self, other: Files) -> Files:
        return Files(self.images | other.images, self.documents | other.documents, self.media | other.media)

    def __and__(self, other: Files) -> Files:
        return Files(self.images & other.images, self.documents & other.documents, self.media & other.media)

    def __sub__(self, other: Files) -> Files:
        return Files(self.images - other.images, self.documents - other.documents, self.media - other.media)

    def by_model(self) -> tuple[tuple[Any, frozenset[int]], ...]:
        """The keys beside their models."""
        return tuple(zip(HELD_MODELS, (self.images, self.documents, self.media), strict=True))


def files_of(page: Page) -> Files:
    """All files that a page as it is in memory refers to: in its fields, its rows, its blocks of text."""
    # Wagtail's own search for references, asked without its table: that may know a draft instead of the public page.
    found = {(kind, key) for kind, key, *_path in ReferenceIndex._extract_references_from_object(page)}
    kinds = [ContentType.objects.get_for_model(model).pk for model in HELD_MODELS]
    return Files(*(frozenset(int(key) for kind, key in found if kind == wanted) for wanted in kinds))


def shown_to_all(files: Files) -> Files:
    """Those that a page shows which everybody may read, or a record of a public register."""
    shown = files & _in_registers(files)
    for page in readable(Page.objects.filter(pk__in=pages_naming(files))).specific().iterator():
        if not files - shown:
            break
        shown |= files & files_of(page)
    return shown


def readable(pages: PageQuerySet) -> PageQuerySet:
    """What of `pages` every visitor may read now."""
    withdrawn = KnowledgePage.objects.filter(withdrawn_at__isnull=False)
    return published(pages).public().exclude(pk__in=withdrawn.values("pk"))


def pages_naming(files: Files) -> set[int]:
    """Keys of pages, drafts too, that may refer to one of the files."""
    found: set[int] = set()
    for model, keys in files.by_model():
        for row, field, way in _rows_of_pages(model):
            named = row._default_manager.filter(**{f"{field}__in": keys})
            found.update(named.values_list(way, flat=True))
        references = ReferenceIndex.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Page),
            to_content_type=ContentType.objects.get_for_model(model),
            to_object_id__in=[str(key) for key in keys],
        )
        found.update(map(int, references.values_list("object_id", flat=True)))
    return found


def _in_registers(files: Files) -> Files:
    found = [
        frozenset(
            key
            for row, field in _rows_of_registers(model)
            for key in row._default_manager.filter(**{f"{field}__in": keys}).values_list(field, flat=True)
        )
        for model, keys in files.by_model()
    ]
    return Files(*found)


@cache
def _rows_of_pages(model: type[Model]) -> tuple[tuple[type[Model], str, str], ...]:
    """(model, field that names a file, way to the page)."""
    return tuple(
        (row, field, "__".join(way) or "pk") for row, field in referring(model) if (way := _way(row)) is not None
    )


@cache
def _rows_of_registers(model: type[Model]) -> tuple[tuple[type[Model], str], ...]:
    """Of laws, forms and the like, whose files are public as soon as they are entered."""
    return tuple((row, field) for row, field in referring(model) if _is_of_register(row))


def referring(model: type[Model]) -> Iterator[tuple[type[Model], str]]:
    """(model, field) of all that may name a file of `model`, except what is kept with the file itself."""
    for row in apps.get_models():
        if row._meta.label_lower in _KEPT_WITH_FILES:
            continue
        for field in row._meta.local_fields:
            if isinstance(field, ForeignKey) and field.related_model is model:
                yield row, field.name


def _way(row: type[Model]) -> tuple[str, ...] | None:
    """The fields that lead from a row to its page; none at all from a page itself."""
    if issubclass(row, Page):
        return ()
    for field in _parents(row):
        if (way := _way(field.related_model)) is not None:
            return (field.name, *way)
    return None


def _is_of_register(row: type[Model]) -> bool:
    return row in get_snippet_models() or any(_is_of_register(field.related_model) for field in _parents(row))


def _parents(row: type[Model]) -> Iterable[Any]:
    return [field for field in row._meta.get_fields() if isinstance(field, ParentalKey)]
