"""`{% citation_head page %}` in the head of a page, `{% cite_this page %}` below its text."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from portal.citing.citation import citation_of
from portal.citing.english_apa import english_apa
from portal.citing.exports import EXPORTS
from portal.citing.metadata import head_of
from portal.citing.thai_apa import thai_apa
from portal.citing.values import Citation
from portal.content.models import KnowledgePage
from portal.content.shown import shown_page

register = template.Library()


@register.inclusion_tag("citing/head.html", takes_context=True)
def citation_head(context: template.Context, page: object = None) -> dict[str, Any]:
    """Tags for catalogues; nothing for what not every visitor may read."""
    shown = shown_page(context, page)
    return {"head": head_of(shown, _citation(context, shown), context["request"]) if shown else None}


@register.inclusion_tag("citing/cite.html", takes_context=True)
def cite_this(context: template.Context, page: object = None) -> dict[str, Any]:
    """The citation in words, as files, as short link and QR code; the reader's own language first."""
    shown = shown_page(context, page)
    if shown is None:
        return {}
    citation, today = _citation(context, shown), timezone.localdate()
    styles = [("th", thai_apa(citation, today)), ("en", english_apa(citation, today))]
    if get_language() != "th":
        styles.reverse()
    return {"citation": citation, "styles": styles, "exports": EXPORTS}


def _citation(context: template.Context, page: KnowledgePage) -> Citation:
    """Made once for head and body."""
    kept = page.__dict__.get("_citation")
    if kept is None:
        kept = page.__dict__["_citation"] = citation_of(page, context["request"])
    return kept
