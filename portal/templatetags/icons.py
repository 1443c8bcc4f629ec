"""Icons from the one sprite of the portal."""

from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """The icon as an SVG that screen readers pass over: the words beside it say what it means."""
    return format_html(
        '<svg class="ic" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        _sprite(),
        name,
    )


@cache
def _sprite() -> str:
    return static("portal/icons.svg")
