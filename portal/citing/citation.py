"""From a page to its citation."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localtime
from wagtail.models import Site

from portal.content.models import KnowledgePage, OfficeSettings
from portal.content.shown import facts_of

from .values import Citation, CitationDetails


def details_of(page: KnowledgePage) -> CitationDetails:
    """What the page says itself; a type that says nothing is cited as a page of the portal."""
    ask = getattr(page, "citation_details", None)
    return ask() if ask else CitationDetails()


def citation_of(page: KnowledgePage, request: HttpRequest) -> Citation:
    """The citation of `page`, a page of its own type."""
    office = OfficeSettings.for_request(request)
    details, facts = details_of(page), facts_of(page)
    published = localtime(page.first_published_at).date() if page.first_published_at else None
    site = office.portal_name
    if facts.authors:
        site = f"{site} {office.short_name or office.office_name}"
    return Citation(
        key=page.pk,
        title=page.title,
        authors=facts.authors,
        office=details.office or office.office_name,
        container=facts.above if details.kind == "chapter" else "",
        site=site,
        issued=details.issued or published,
        url=short_url(page, request),
        page_url=page.get_full_url(request) or "",
        abstract=details.abstract or page.summary,
        details=details,
    )


def short_url(page: KnowledgePage, request: HttpRequest) -> str:
    """The short link in full, as it stands on paper."""
    site = Site.find_for_request(request)
    path = reverse("short_link", args=[page.pk])
    return f"{site.root_url}{path}" if site else request.build_absolute_uri(path)
