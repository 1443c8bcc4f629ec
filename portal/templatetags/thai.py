"""Thai on the screen: digits, dates, sizes, and the words that must stay whole on a line."""

import re
from datetime import date, datetime
from functools import lru_cache
from html import escape

from django import template
from django.utils.formats import date_format, number_format
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from portal.content.site_digits import site_digits
from portal.thai.digits import to_thai
from portal.thai.segment import no_break_spans

register = template.Library()

_TAG = re.compile(r"(<[^>]*>)")
_KILO = 1024
_SHORT = 200  # letters


@register.filter
def thai_digits(value: object) -> str:
    """The value with ๐–๙ for 0–9, whatever the office's setting says."""
    return to_thai(str(value))


@register.simple_tag(takes_context=True)
def number(context: template.Context, value: object) -> str:
    """A number of a part, step or chapter in the visitor's digits, else the office's: `{% number "2.1" %}`."""
    return site_digits(context.get("request"))(str(value))


@register.filter(expects_localtime=True)
def be_date(value: date | None) -> str:
    """22 พฤศจิกายน 2569; in English 22 November 2026. Nothing for None."""
    return date_format(value, "j F Y") if value else ""


@register.filter(expects_localtime=True)
def be_date_short(value: date | None) -> str:
    """22 พ.ย. 69, for tight lists; in English 22 Nov 26. Nothing for None."""
    return date_format(value, "j M y") if value else ""


@register.filter
def iso_date(value: datetime | None) -> str:
    """2026-11-22 for machines, the day where the office is; `date:"Y-m-d"` would be in the Buddhist era."""
    return localtime(value).date().isoformat() if value else ""


@register.filter
def nb(value: object) -> SafeString:
    """Plain text, escaped, with each word that browsers would break wrongly in a span that keeps it whole."""
    text = str(value)
    return _kept_whole(text) if len(text) <= _SHORT else _whole(text)


@register.filter
def nb_html(value: str) -> SafeString:
    """The same for HTML that is safe already: only the text between its tags is touched."""
    pieces = _TAG.split(str(conditional_escape(value)))
    done = (piece if piece.startswith("<") else _with_spans(piece, str) for piece in pieces)
    return mark_safe("".join(done))  # noqa: S308 - the tags are those of the safe value


@register.filter
def file_size_thai(size: int | None) -> str:
    """1.2 เมกะไบต์, 48 กิโลไบต์; in English 1.2 MB, 48 KB. Nothing for None."""
    if size is None:
        return ""
    if size < _KILO * _KILO:
        return _("%(size)s KB") % {"size": number_format(max(1, round(size / _KILO)))}
    return _("%(size)s MB") % {"size": number_format(round(size / _KILO / _KILO, 1), 1)}


def _whole(text: str) -> SafeString:
    return mark_safe(_with_spans(text, escape))  # noqa: S308 - every piece is escaped


_kept_whole = lru_cache(maxsize=4096)(_whole)  # names, dates and titles stand on page after page


def _with_spans(text: str, write) -> str:
    written, position = [], 0
    for start, end in no_break_spans(text):
        written.append(write(text[position:start]))
        written.append(f'<span class="nb">{write(text[start:end])}</span>')
        position = end
    return "".join([*written, write(text[position:])])
