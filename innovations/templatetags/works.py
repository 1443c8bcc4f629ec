"""What the pages of works are built with: plain text as contributors type it, searches that facts lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from portal.templatetags.thai import nb

register = template.Library()

_BULLET = re.compile(r"\s*[-•*–]\s+(?=\S)")
_NUMBER = re.compile(r"\s*(?:[0-9๐-๙]{1,2}[.)]|\([0-9๐-๙]{1,2}\))\s+(?=\S)")
_TAGS = {"ul": _BULLET, "ol": _NUMBER}


@register.filter
def running_text(value: str) -> SafeString:
    """Plain text as paragraphs, a line each; lines that begin with a dash, a dot or a number become lists."""
    return format_html_join("\n", "{}", ((_written(tag, lines),) for tag, lines in _stretches(value)))


@register.filter
def lines(value: str) -> list[str]:
    """The lines that say something, without the dash or number before them."""
    stripped = (_NUMBER.sub("", _BULLET.sub("", line, count=1), count=1).strip() for line in value.splitlines())
    return [line for line in stripped if line]


@register.simple_tag
def search_for(**chosen: str) -> str:
    """The address of a search: `{% search_for kind="research" learning_area=area.code %}`."""
    return f"{reverse('search')}?{urlencode({name: key for name, key in sorted(chosen.items()) if key})}"


def _stretches(value: str) -> Iterator[tuple[str, list[str]]]:
    """(tag, lines): one line is a paragraph, lines of one list that follow each other are one."""
    tag, kept = "", []
    for line in value.splitlines():
        kind = next((name for name, pattern in _TAGS.items() if pattern.match(line)), "p")
        if kept and (kind != tag or kind == "p"):
            yield tag, kept
            kept = []
        if line.strip():
            tag = kind
            kept.append(line)
    if kept:
        yield tag, kept


def _written(tag: str, lines_of_it: list[str]) -> SafeString:
    if tag == "p":
        return format_html("<p>{}</p>", nb(lines_of_it[0].strip()))
    if tag == "ol":  # its numbers are what was typed: they are part of the text
        return format_html('<ul class="typed">{}</ul>', format_html_join("", "<li>{}</li>", _items(lines_of_it, None)))
    items = format_html_join("", "<li>{}</li>", _items(lines_of_it, _TAGS[tag]))
    return format_html("<ul>{}</ul>", items)


def _items(typed: list[str], marker: re.Pattern[str] | None) -> Iterator[tuple[SafeString]]:
    for line in typed:
        yield (nb((marker.sub("", line, count=1) if marker else line).strip()),)
