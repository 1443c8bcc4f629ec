"""Which pages refer to a record of a registry, as visitors may know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Model, Q
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from portal.thai.sort import sort_key

from .models import GlossaryTerm, KnowledgePage

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.utils.functional import Promise

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class UsingPage:
    """A page that uses a record; `kind` is the name of its page type."""

    title: str
    url: str
    kind: str | Promise


def pages_using(record: Model, request: HttpRequest | None = None) -> list[UsingPage]:
    """The readable pages that refer to `record`, a glossary term's also those that say the term, in Thai order."""
    wanted = Q(pk__in=_referring_pages(record))
    if isinstance(record, GlossaryTerm):
        wanted |= Q(pk__in=record.uses.values("page"))
    pages = KnowledgePage.objects.readable().filter(wanted).order_by("path")[:MOST_SHOWN]
    using = [UsingPage(page.title, page.get_url(request) or "", page.page_type_display_name) for page in pages]
    return sorted(using, key=lambda page: sort_key(page.title))


def _referring_pages(record: Model):
    references = ReferenceIndex.get_references_to(record).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    return references.annotate(page=Cast("object_id", BigIntegerField())).values("page")
