"""What letters need beside their text: addresses that work outside the site, and who writes."""

from __future__ import annotations

from wagtail.models import Site

from portal.content.models import OfficeSettings


def site() -> Site:
    """The site that letters lead to."""
    return Site.objects.select_related("root_page").get(is_default_site=True)


def absolute(path: str) -> str:
    """`path` with scheme and host."""
    return f"{site().root_url}{path}"


def office() -> OfficeSettings:
    """The office that writes."""
    return OfficeSettings.for_site(site())
