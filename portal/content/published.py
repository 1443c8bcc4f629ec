"""Which pages are served now. Wagtail's `live()` alone still names expired pages, and those of a removed plugin."""

from __future__ import annotations

from typing import TypeVar

from django.db.models.functions import Now
from wagtail.models import PageQuerySet

from portal.plugins.removed import known_types

Pages = TypeVar("Pages", bound=PageQuerySet)


def published(pages: Pages) -> Pages:
    """What of `pages` is live, not expired and of an installed plugin; private pages too."""
    return pages.live().filter(content_type__in=known_types()).exclude(expire_at__lte=Now())
