"""What is found, in templates: marked words, related pages, what others ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page

from portal.content.models import KnowledgePage
from portal.plugins.registry import search_sources
from portal.templatetags.thai import nb
from portal.thai.segment import no_break_spans
from search import log
from search.related import related_to

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from search.documents import Marked

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
    marks = _marks(pieces)
    written: list[SafeString] = []
    position = 0
    for start, end in _torn_by_marks(text, marks):
        written += _stretches(text, position, start, marks)
        written.append(format_html('<span class="nb">{}</span>', _joined(_stretches(text, start, end, marks))))
        position = end
    return _joined([*written, *_stretches(text, position, len(text), marks)])


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


def _torn_by_marks(text: str, marks: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What must stay whole on a line and has the border of a mark inside: its span goes around the marks."""
    for start, end in no_break_spans(text):
        if any(start < border < end for mark in marks for border in mark):
            yield start, end


def _stretches(text: str, start: int, end: int, marks: list[tuple[int, int]]) -> Iterator[SafeString]:
    """The HTML of text[start:end], marks and what lies between them in turn."""
    position = start
    for mark_start, mark_end in marks:
        first, last = max(mark_start, position), min(mark_end, end)
        if first < last:
            yield nb(text[position:first])
            yield format_html("<mark>{}</mark>", nb(text[first:last]))
            position = last
    yield nb(text[position:end])


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
