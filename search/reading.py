"""Pages -> documents: what an anonymous visitor may read of them now, and nothing else."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Collection as FileCollection
from wagtail.models import CollectionViewRestriction, Site

from portal.content.attachment_text.records import text_of
from portal.content.models import KnowledgePage
from portal.plugins.registry import search_sources

from .documents import AttachedText, SearchDocument
from .facets import PageFacets, facets_of

if TYPE_CHECKING:
    from portal.content.models.page import KnowledgeQuerySet
    from portal.plugins import SearchSource

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents of the pages that everybody may read, and what went wrong with some of those (page -> why)."""

    documents: list[SearchDocument] = field(default_factory=list)
    failures: dict[int, str] = field(default_factory=dict)


def readable_pages() -> KnowledgeQuerySet:
    """What anonymous visitors may read now and the search can show: readable, below a site, of a kind with a source."""
    kinds = ContentType.objects.get_for_models(*sources_by_model()).values()
    roots = Site.objects.values_list("root_page__path", flat=True)
    kept: KnowledgeQuerySet = KnowledgePage.objects.readable().filter(_below(roots), content_type__in=list(kinds))
    return kept


def read(pages: Collection[int]) -> Reading:
    """Read pages; a fixed number of queries for each kind among them. What a plugin's mistake spoils is reported."""
    reading = Reading()
    kinds = dict(readable_pages().filter(pk__in=pages).values_list("pk", "content_type"))
    for model, source in sources_by_model().items():
        kind = ContentType.objects.get_for_model(model).pk
        _read_kind(source, [page for page in pages if kinds.get(page) == kind], reading)
    return reading


def hidden_collections() -> set[int]:
    """Collections whose files an anonymous visitor is not given."""
    paths = list(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
    return set(FileCollection.objects.filter(_below(paths)).values_list("pk", flat=True)) if paths else set()


def sources_by_model() -> dict[type[KnowledgePage], SearchSource]:
    """The sources of all installed plugins by the page type they are for."""
    return {source.model: source for source in search_sources() if issubclass(source.model, KnowledgePage)}


def _read_kind(source: SearchSource, pages: Sequence[int], reading: Reading) -> None:
    """A page that its plugin cannot read must not stop the others: the half with it is halved until it stands alone."""
    if not pages:
        return
    try:
        with _unspoilt():
            reading.documents.extend(_documents(source, pages))
    except Exception as error:
        if len(pages) > 1:
            middle = len(pages) // 2
            _read_kind(source, pages[:middle], reading)
            _read_kind(source, pages[middle:], reading)
        else:
            logger.exception("The search could not read page %s of the kind %r.", pages[0], source.kind)
            reading.failures[pages[0]] = f"{type(error).__name__}: {error}"


@contextmanager
def _unspoilt() -> Iterator[None]:
    """Inside a transaction an error of the database would spoil all that follows."""
    if connection.in_atomic_block:
        with transaction.atomic():
            yield
    else:
        yield


def _documents(source: SearchSource, keys: Sequence[int]) -> list[SearchDocument]:
    """Complete or not at all: the caller looks for the page that is to blame."""
    related = ("attachments__document", *getattr(source, "prefetch", ()))
    with override(settings.LANGUAGE_CODE):
        pages: list[Any] = list(source.model._default_manager.filter(pk__in=keys).prefetch_related(*related))
        facets = facets_of(pages, getattr(source, "facets", ()))
        files = _attached(pages)
        return [_document(page, source.kind, facets[page.pk], files.get(page.pk, ())) for page in pages]


def _document(page: Any, kind: str, facets: PageFacets, files: Iterable[AttachedText]) -> SearchDocument:
    parts = page.text_parts()
    body = "\n".join(parts[1:] if parts and parts[0] == page.title else parts)
    published = page.first_published_at
    date = timezone.localtime(published).date() if published else None
    return SearchDocument(page.pk, kind, page.title, body, date, facets.keys, facets.labels, tuple(files))


def _attached(pages: Iterable[Any]) -> dict[int, list[AttachedText]]:
    """The files of pages that everybody is given, with what stands in them."""
    rows = [row for page in pages for row in page.attachments.all()]
    hidden = hidden_collections() if rows else set()
    shown = [row for row in rows if row.document.collection_id not in hidden]
    texts = text_of({row.document_id for row in shown}) if shown else {}
    files: dict[int, list[AttachedText]] = defaultdict(list)
    for row in shown:
        files[row.page_id].append(AttachedText(row.document_id, str(row), texts.get(row.document_id, "")))
    return files


def _below(paths: Iterable[str]) -> Q:
    return reduce(or_, (Q(path__startswith=path) for path in paths), Q(pk__in=[]))
