"""`{% page_reach page %}` for everybody; `{% reach_over_time page %}` for authors; `{% count_reader page %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import ngettext

from portal.content.models import KnowledgePage
from portal.content.shown import facts_of, shown_page
from portal.counting.reach import reach_of, uses_of

register = template.Library()


@register.filter
def grouped(value: int) -> str:
    """3,418."""
    return number_format(value, use_l10n=True, force_grouping=True)


@register.filter
def times(value: int) -> str:
    """3,418 ครั้ง."""
    return ngettext("%(number)s time", "%(number)s times", value) % {"number": grouped(value)}


@register.inclusion_tag("counting/reach.html", takes_context=True)
def page_reach(context: template.Context, page: object = None) -> dict[str, Any]:
    """How often it was read, fetched and used in class, and where to say that one used it."""
    shown = shown_page(context, page)
    return {"about": shown, "facts": facts_of(shown), "uses": uses_of(shown)} if shown else {}


@register.inclusion_tag("counting/used.html", takes_context=True)
def used_in_class(context: template.Context, page: object = None) -> dict[str, Any]:
    """How often it was used in class, large, and where to say that one used it: for a column beside a text."""
    shown = shown_page(context, page)
    return {"about": shown, "uses": uses_of(shown)} if shown else {}


@register.inclusion_tag("counting/reader.html", takes_context=True)
def count_reader(context: template.Context, page: object = None) -> dict[str, Any]:
    """The script that counts this view, and a picture where there is no script."""
    return {"about": shown_page(context, page)}


@register.inclusion_tag("counting/over_time.html")
def reach_over_time(page: KnowledgePage) -> dict[str, Any]:
    """The last months and networks. Only where `may_see_reach` was asked: for an author's own list of works."""
    return {"about": page, "reach": reach_of(page)}
