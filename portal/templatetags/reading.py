"""What the page of reading settings offers, and the way there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from portal.content.shown import shown_page
from portal.preferences import CHOICES, UNCHOSEN, Preferences

from .furniture import OWN_LANGUAGE_NAMES, LanguageChoice

register = template.Library()


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to read, and the address that chooses it."""

    label: str
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """The ways to read among which one is chosen."""

    name: str
    label: str
    note: str
    choices: list[Choice]


@register.simple_tag
def reading_choices(chosen: Preferences, back: str) -> list[ChoiceGroup]:
    """Every choice but the language, as links that come back to the page of choices."""
    return [
        ChoiceGroup(name, label, note, [_choice(chosen, back, name, value, words[value]) for value in CHOICES[name]])
        for name, label, note, words in _groups()
    ]


@register.simple_tag(takes_context=True)
def all_languages(context: template.Context) -> list[LanguageChoice]:
    """Every language of the interface; its address comes back to the page that shows it."""
    request: HttpRequest = context["request"]
    return [
        LanguageChoice(
            code,
            OWN_LANGUAGE_NAMES.get(code, code),
            reverse("choose_language", args=[code], query={"next": request.get_full_path()}),
        )
        for code, _name in settings.LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def reading_settings_url(context: template.Context) -> str:
    """The page of choices, which leads back here; itself it keeps the way back that it has."""
    request: HttpRequest | None = context.get("request")
    address = reverse("reading_settings")
    if request is None or request.path == address:
        return address
    return reverse("reading_settings", query={"next": request.get_full_path()})


@register.simple_tag(takes_context=True)
def table_name(context: template.Context, caption: str = "") -> str:
    """What a screen reader calls a table: its caption, else its number among those of the page without one."""
    request = context.get("request")
    if caption or request is None:
        return caption or _("Table")
    request.portal_tables = getattr(request, "portal_tables", 0) + 1
    return _("Table %(number)s") % {"number": request.portal_tables}


@register.inclusion_tag("components/share.html", takes_context=True)
def share(context: template.Context, page: object = None) -> dict[str, Any]:
    """Ways to tell others of a page that everybody may read. Nothing of LINE is loaded before one goes there."""
    about = shown_page(context, page)
    if about is None:
        return {}
    return {
        "about": about,
        "line_url": "https://social-plugins.line.me/lineit/share?" + urlencode({"url": about.full_url}),
    }


def _groups() -> list[tuple[str, str, str, dict[str, str]]]:
    return [
        (
            "digits",
            _("Digits"),
            _("For the numbers of parts and steps, counts, dates and the text. Codes and addresses stay as they are."),
            {"": _("As the office writes them"), "arabic": _("Arabic digits (0–9)"), "thai": _("Thai digits (๐–๙)")},
        ),
        (
            "text_size",
            _("Text size"),
            "",
            {"normal": _("Normal"), "large": _("Large"), "larger": _("Very large")},
        ),
        ("theme", _("Colours"), "", {"": _("As on this device"), "light": _("Light"), "dark": _("Dark")}),
    ]


def _choice(chosen: Preferences, back: str, name: str, value: str, label: str) -> Choice:
    url = reverse("choose_preference", args=[name, value or UNCHOSEN], query={"next": back})
    return Choice(label, url, getattr(chosen, name) == value)
