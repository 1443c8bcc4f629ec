"""A published page by what a contributor knows of it."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from wagtail.models import Site

from portal.content.models import KnowledgePage
from portal.thai.normalise import normalise


def page_at(text: str) -> KnowledgePage | None:
    """The readable page with that address, or else with exactly that title."""
    readable = KnowledgePage.objects.readable()
    if "/" in text:
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        path = unquote(urlsplit(text).path).strip("/")
        wanted = f"{site.root_page.url_path}{path}/" if site and path else ""
        found = readable.filter(url_path=wanted).first() if wanted else None
        if found:
            return found
    same = list(readable.filter(title=" ".join(normalise(text).split()))[:2])
    return same[0] if len(same) == 1 else None
