"""Pictures in the sizes that screens need. No visitor waits: a page shows what there is, the timer makes the rest.

An AVIF of 960 points takes a second and a half on a small server, ten of them on a page a quarter of a minute."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.core.cache import cache
from django.utils import timezone
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter, SourceImageIOError
from wagtail.images.shortcuts import get_rendition_or_not_found

from portal.content.models import KnowledgePage, PortalImage, PortalRendition

if TYPE_CHECKING:
    from wagtail.images.models import AbstractRendition

LOG: Final = logging.getLogger(__name__)
WIDTHS: Final = (640, 320, 960)  # the first stands for the picture where a browser knows no others
FIRST: Final = f"width-{WIDTHS[0]}|format-webp"
LARGE: Final = "width-1600|format-webp"  # behind a link
_WEBP: Final = tuple(f"width-{width}|format-webp" for width in WIDTHS)
_AVIF: Final = tuple(f"width-{width}|format-avif" for width in WIDTHS)
ALL: Final = (*_WEBP, *_AVIF, LARGE)  # the last one says that all were made
AT_ONCE: Final = 12  # pictures of one round of the timer
_LOOKED_BACK: Final = timedelta(minutes=15)
_TRIED_AGAIN: Final = 24 * 60 * 60  # seconds until a picture that could not be read is tried again


@dataclass(frozen=True, slots=True)
class Ready:
    """What there is of a picture: its renditions by their spec, never none of them; and the largest one's address."""

    renditions: dict[str, AbstractRendition]
    large_url: str


def ready(image: PortalImage) -> Ready:
    """What can be shown at once. Of a picture that nobody saw before one size is made, the cheapest."""
    found = _existing(image)
    webp = {spec: found[spec] for spec in _WEBP if spec in found}
    if FIRST not in webp:
        webp = {FIRST: get_rendition_or_not_found(image, FIRST), **webp}
    avif = {spec: found[spec] for spec in _AVIF if spec in found}
    if len(avif) < len(_AVIF):
        avif = {}  # a browser that knows AVIF would look at nothing else
    return Ready(webp | avif, found.get(LARGE, image.file).url)


def prepare_waiting() -> int:
    """Make the sizes of pictures of pages that were just published, or that were shown; return how many pictures."""
    waiting = (
        PortalImage.objects.filter(pk__in={*_of_new_pages(), *_shown_once()})
        .exclude(pk__in=_having(ALL[-1]))
        .order_by("-pk")
    )
    fresh = [image for image in waiting if not cache.get(_failed(image))][:AT_ONCE]
    return sum(prepare(image) for image in fresh)


def prepare(image: PortalImage) -> bool:
    """Make all sizes of a picture; False where its file is lost or cannot be read, which the log says once a day."""
    try:
        image.get_renditions(*ALL)
    except (SourceImageIOError, InvalidFilterSpecError, OSError, ValueError) as error:
        LOG.warning("The sizes of picture %s (%s) cannot be made: %s", image.pk, image.title, error)
        cache.set(_failed(image), True, _TRIED_AGAIN)
        return False
    return True


def _existing(image: PortalImage) -> dict[str, AbstractRendition]:
    """By spec; remembered by this process as Wagtail does it, so that the next page asks for none of them."""
    found = image.find_existing_renditions(*(Filter(spec=spec) for spec in ALL))
    if len(found) == len(ALL):
        new = {
            PortalRendition.construct_cache_key(image, each.get_cache_key(image), each.spec): rendition
            for each, rendition in found.items()
            if not getattr(rendition, "_from_cache", False)
        }
        PortalRendition.cache_backend.set_many(new)
    return {each.spec: rendition for each, rendition in found.items()}


def _of_new_pages() -> Iterable[int]:
    from portal.content.held_files.files import files_of  # it imports this package's models by way of all apps

    new = KnowledgePage.objects.readable().filter(last_published_at__gte=timezone.now() - _LOOKED_BACK)
    for page in new.specific():
        yield from files_of(page).images


def _shown_once() -> Iterable[int]:
    return _having(FIRST)


def _having(spec: str) -> Iterable[int]:
    return PortalRendition.objects.filter(filter_spec=spec).values_list("image_id", flat=True)


def _failed(image: PortalImage) -> str:
    return f"renditions.failed.{image.pk}.{image.file_hash}"
