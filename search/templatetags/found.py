"""What is found, in templates: marked words, related pages, what others ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.formats import number_format
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
def filter_values(name: str, values: Sequence[FacetValue]) -> SafeString:
    """The boxes of a filter. Their ids stay the same, so that the keyboard is where it was after an update.

    Not a template: a hundred values would cost more than the search."""
    colour = ' class="area a-{}"' if name == "learning_area" else ""
    counts = {value.count: _counted(value.count) for value in values}
    boxes = [
        f'<label class="check"><input type="checkbox" id="f-{name}-{(key := escape(value.key))}" name="{name}" '
        f'value="{key}"{" checked" if value.is_chosen else ""}><span{colour.format(key)}>{nb(value.label)}</span> '
        f"{counts[value.count]}</label>"
        for value in values
    ]
    return mark_safe("".join(boxes))  # noqa: S308 - every key and label is escaped, names are words of the source


def _counted(pages: int) -> str:
    number, unit = number_format(pages, use_l10n=True, force_grouping=True), ngettext("result", "results", pages)
    return f'<span class="n">{number}<span class="vh"> {escape(unit)}</span></span>'


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
