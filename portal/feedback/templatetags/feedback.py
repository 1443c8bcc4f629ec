"""`{% ask_if_useful page %}` below the text of a page."""

from __future__ import annotations

from typing import Any

from django import template

from portal.content.shown import shown_page

register = template.Library()


@register.inclusion_tag("feedback/ask.html", takes_context=True)
def ask_if_useful(context: template.Context, page: object = None) -> dict[str, Any]:
    """Two links to the form, each with its answer chosen."""
    return {"about": shown_page(context, page)}
