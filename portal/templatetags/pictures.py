"""`{% photo image "column" %}`: a picture in the formats and sizes that the visitor's browser and screen need."""

from __future__ import annotations

from typing import Any, Final

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import Picture

from portal.content.models import PortalImage
from portal.content.renditions import ready

register = template.Library()

# How wide a picture stands, by what it is: browsers choose before they know the style sheet.
SIZES: Final = {
    "column": "(min-width: 48rem) 40rem, calc(100vw - 2rem)",
    "half": "(min-width: 48rem) 20rem, calc(50vw - 1.5rem)",
    "book": "15.5rem",
}


@register.simple_tag
def photo(
    image: PortalImage | None, place: str, alt: str | None = None, is_first: bool = False, **attributes: Any
) -> SafeString:
    """AVIF, WebP, three widths; fetched when it comes near, the picture at the top of a page (`is_first`) at once."""
    if image is None:
        return SafeString("")
    loading = {"fetchpriority": "high"} if is_first else {"loading": "lazy"}
    renditions = ready(image).renditions
    sizes = {"sizes": SIZES[place]} if len(renditions) > 1 else {}
    said = {"alt": image.default_alt_text if alt is None else alt, "decoding": "async"}
    drawn = Picture(renditions, {**said, **sizes, **loading, **attributes})
    return mark_safe(drawn.__html__())  # noqa: S308 - Wagtail escapes the attributes


@register.simple_tag
def large_url(image: PortalImage) -> str:
    """The address of the picture in the size of a screen; of the uploaded picture until that is made."""
    return ready(image).large_url
