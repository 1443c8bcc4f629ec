"""What is found, in templates: marked words, related pages, what others ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext
from wagtail.models import Page

from portal.content.models import KnowledgePage
from portal.plugins.registry import search_sources
from portal.templatetags.thai import nb
from portal.thai.segment import no_break_spans
from search import log
from search.related import related_to

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from search.documents import FacetValue, Marked

register = template.Library()

_CHECKED: Final = SafeString(" checked")
_VALUE: Final = (
    '<label class="check"><input type="checkbox" id="f-{}-{}" name="{}" value="{}"{}><span{}>{}</span> '
    '<span class="n">{}<span class="vh"> {}</span></span></label>'
)


@dataclass(frozen=True, slots=True)
class RelatedPage:
    """A page about the same, as shown."""

    title: str
    url: str
    kind_label: str | Promise
    icon: str


@register.filter
def marked(pieces: Marked) -> SafeString:
    """A title or extract, escaped: what was looked for in `<mark>`, words that browsers break wrongly kept whole."""
    text = "".join(piece.text for piece in pieces)
    written, position = [], 0
    for place, _order, _level, tag in sorted(_tags(text, _marks(pieces))):
        written += (escape(text[position:place]), tag)
        position = place
    return mark_safe("".join([*written, escape(text[position:])]))  # noqa: S308 - every piece is escaped


@register.inclusion_tag("components/related.html", takes_context=True)
def related_pages(context: template.Context, page: Page) -> dict[str, Any]:
    """Pages like this one, below every knowledge page; nothing for drafts and other pages."""
    request = context.get("request")
    is_shown = isinstance(page, KnowledgePage) and page.live and not getattr(request, "is_preview", False)
    sources = {source.model: source for source in search_sources()}
    related = []
    for one in related_to(page) if is_shown else []:
        source = sources.get(one.specific_class)
        if source:
            related.append(RelatedPage(one.title, one.get_url(request), source.label, source.icon))
    return {"related": related}


@register.simple_tag
def popular_questions() -> list[str]:
    """What many people asked lately and found."""
    return list(log.popular(limit=6))


@register.simple_tag
def filter_values(name: str, values: Iterable[FacetValue]) -> SafeString:
    """The boxes of a filter. Their ids stay the same, so that the keyboard is where it was after an update.

    Not a template: a hundred values would cost more than the search."""
    areas = "area a-" if name == "learning_area" else ""
    units: dict[int, str] = {}
    rows = []
    for value in values:
        unit = units.get(value.count) or units.setdefault(value.count, ngettext("result", "results", value.count))
        checked = _CHECKED if value.is_chosen else ""
        colour = format_html(' class="{}{}"', areas, value.key) if areas else ""
        count = number_format(value.count, use_l10n=True, force_grouping=True)
        rows.append((name, value.key, name, value.key, checked, colour, _whole(value.label), count, unit))
    return format_html_join("", _VALUE, rows)


@lru_cache(maxsize=2048)
def _whole(label: str) -> SafeString:
    return nb(label)


def _marks(pieces: Marked) -> list[tuple[int, int]]:
    """(start, end) of the marked stretches; those that touch are one."""
    ends = list(accumulate(len(piece.text) for piece in pieces))
    found: list[tuple[int, int]] = []
    for piece, end in zip(pieces, ends, strict=True):
        start = end - len(piece.text)
        if piece.is_marked and found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        elif piece.is_marked:
            found.append((start, end))
    return found


def _tags(text: str, marks: list[tuple[int, int]]) -> Iterator[tuple[int, int, int, str]]:
    """(place, closing before opening, nesting, tag): a word torn by a mark's border is around it, others are inside."""
    torn = []
    for start, end in no_break_spans(text):
        is_torn = any(start < border < end for mark in marks for border in mark)
        if is_torn:
            torn.append((start, end))
        yield from _around(start, end, 0 if is_torn else 2, '<span class="nb">', "</span>")
    for mark_start, mark_end in marks:
        cuts = {border for span in torn for border in span if mark_start < border < mark_end}
        for start, end in pairwise([mark_start, *sorted(cuts), mark_end]):
            yield from _around(start, end, 1, "<mark>", "</mark>")


def _around(start: int, end: int, level: int, opening: str, closing: str) -> Iterator[tuple[int, int, int, str]]:
    yield start, 1, level, opening
    yield end, 0, -level, closing
