"""What the head of a page tells catalogues, search engines and messengers, beside what it shows to people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from wagtail.images.models import SourceImageIOError

from portal.content.models import LEVELS, KnowledgePage, PortalDocument

from .thai_apa import name
from .values import Citation

_SCHEMA: Final = {"page": "LearningResource", "report": "ScholarlyArticle", "book": "Book", "chapter": "Chapter"}
_TYPE: Final = {"page": "Text", "report": "Text.Report", "book": "Text.Book", "chapter": "Text.Chapter"}
_COVER: Final = "fill-1200x630|format-jpeg"
_ESCAPES: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@dataclass(frozen=True, slots=True)
class Tag:
    """`<meta name="…" content="…">`; Open Graph says `property` for `name`."""

    name: str
    content: str
    attribute: str = "name"


@dataclass(frozen=True, slots=True)
class Head:
    """The tags, and the JSON-LD in a form that may stand inside `<script>`."""

    tags: tuple[Tag, ...]
    json_ld: SafeString
    short_url: str


def head_of(page: KnowledgePage, citation: Citation, request: HttpRequest) -> Head:
    """Everything about a page that every visitor may read."""
    pdf, picture = _pdf(citation, request), _picture(page, request)
    tags = (*_highwire(citation, pdf), *_dublin_core(citation), *_open_graph(page, citation, picture))
    linked = json_ld(_linked_data(page, citation, pdf, picture))
    return Head(tuple(tag for tag in tags if tag.content), linked, citation.url)


def json_ld(values: dict[str, Any]) -> SafeString:
    """Linked data in a form that may stand inside `<script>`; empty values are left out."""
    linked = json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False)
    return mark_safe(linked.translate(_ESCAPES))  # noqa: S308 - no character that HTML reads is left


def _names(citation: Citation) -> list[str]:
    return [name(author) for author in citation.authors] or [citation.office]


def _highwire(citation: Citation, pdf: str) -> Iterator[Tag]:
    """What Google Scholar reads."""
    yield Tag("citation_title", citation.title)
    for one in _names(citation):
        yield Tag("citation_author", one)
    yield Tag("citation_publication_date", f"{citation.issued:%Y/%m/%d}" if citation.issued else "")
    if citation.details.kind == "report":
        yield Tag("citation_technical_report_institution", citation.office)
    else:
        yield Tag("citation_publisher", citation.office)
    yield Tag("citation_inbook_title", citation.container)
    yield Tag("citation_keywords", "; ".join(citation.details.keywords))
    yield Tag("citation_language", "th")
    yield Tag("citation_abstract_html_url", citation.page_url)
    yield Tag("citation_pdf_url", pdf)


def _dublin_core(citation: Citation) -> Iterator[Tag]:
    details = citation.details
    yield Tag("DC.title", citation.title)
    yield Tag("DC.title.alternative", details.title_en)
    for one in _names(citation):
        yield Tag("DC.creator", one)
    yield Tag("DC.publisher", citation.office)
    yield Tag("DC.date.issued", citation.issued.isoformat() if citation.issued else "")
    yield Tag("DC.type", _TYPE[details.kind])
    yield Tag("DC.language", "th")
    yield Tag("DC.identifier", citation.url)
    for word in details.keywords:
        yield Tag("DC.subject", word)
    yield Tag("DC.description.abstract", citation.abstract)
    yield Tag("DC.rights", details.licence_url or details.licence)
    yield Tag("DC.relation.isPartOf", citation.container)


def _open_graph(page: KnowledgePage, citation: Citation, picture: str) -> Iterator[Tag]:
    values = {
        "og:type": "article",
        "og:title": citation.title,
        "og:description": page.search_description or page.summary,
        "og:url": citation.page_url,
        "og:site_name": citation.site,
        "og:locale": "th_TH",
        "og:image": picture,
        "article:published_time": page.first_published_at.isoformat() if page.first_published_at else "",
        "article:modified_time": page.last_published_at.isoformat() if page.last_published_at else "",
    }
    for key, content in values.items():
        yield Tag(key, content, "property")
    yield Tag("twitter:card", "summary_large_image" if picture else "summary")


def _linked_data(page: KnowledgePage, citation: Citation, pdf: str, picture: str) -> dict[str, Any]:
    """Schema.org. Empty values are left out."""
    details = citation.details
    office = {"@type": "Organization", "name": citation.office}
    changed = localtime(page.last_published_at).date().isoformat() if page.last_published_at else ""
    levels = dict(LEVELS)
    values = {
        "@context": "https://schema.org",
        "@type": _SCHEMA[details.kind],
        "name": citation.title,
        "headline": citation.title if details.kind == "report" else "",
        "alternateName": details.title_en,
        "author": _linked_authors(citation) or [office],
        "publisher": office,
        "datePublished": citation.issued.isoformat() if citation.issued else "",
        "dateModified": changed,
        "temporalCoverage": f"พ.ศ. {page.academic_year}" if page.academic_year else "",
        "inLanguage": "th",
        "description": citation.abstract,
        "keywords": list(details.keywords),
        "educationalLevel": [str(levels[key]) for key in page.levels if key in levels],
        "license": details.licence_url,
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "CreativeWork", "name": citation.container or citation.site},
        "encoding": {"@type": "MediaObject", "contentUrl": pdf, "encodingFormat": "application/pdf"} if pdf else "",
        "image": picture,
        "url": citation.page_url,
        "identifier": citation.url,
    }
    return {key: value for key, value in values.items() if value}


def _linked_authors(citation: Citation) -> list[dict[str, str]]:
    people = []
    for author in citation.authors:
        english = f"{author.given_en} {author.family_en}".strip()
        person = {"@type": "Person", "name": name(author), "givenName": author.given, "familyName": author.family}
        people.append({key: value for key, value in {**person, "alternateName": english}.items() if value})
    return people


def _pdf(citation: Citation, request: HttpRequest) -> str:
    """The address of the full text, where it is a PDF that everybody may fetch."""
    document = citation.details.full_text
    if document is None or document.file_extension != "pdf" or not _is_public(document):
        return ""
    return request.build_absolute_uri(document.url)


def _is_public(document: PortalDocument) -> bool:
    return not document.collection.get_view_restrictions().exists()


def _picture(page: KnowledgePage, request: HttpRequest) -> str:
    """The cover in the size that messengers show; nothing where its file is lost."""
    if not page.cover:
        return ""
    try:
        return request.build_absolute_uri(page.cover.get_rendition(_COVER).url)
    except SourceImageIOError:
        return ""
