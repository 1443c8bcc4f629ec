"""What pages are built with: breadcrumbs, anchors, the language switch, page numbers, what the registers hold."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail import hooks
from wagtail.models import Page, Site

from portal.content.models import FormTemplate, GlossaryTerm, KnowledgePage, LegalReference
from portal.content.published import published
from portal.thai.romanise import AnchorMaker, slug

register = template.Library()

OWN_LANGUAGE_NAMES = {"th": "ไทย", "en": "English"}
_NEWEST = 40  # pages among which examples are looked for
_EXAMPLES = 3
_LONGEST_EXAMPLE = 45  # letters


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the home page."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language that a visitor may switch to; `name` is written in that language."""

    code: str
    name: str
    url: str


@register.inclusion_tag("components/breadcrumbs.html", takes_context=True)
def breadcrumbs(context: template.Context, page: Page) -> dict[str, Any]:
    """The way from the home page to a page, in one query; nothing on the home page itself."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    above = page.get_ancestors().filter(depth__gt=site.root_page.depth) if site and page.path else None
    ancestors = [] if above is None else published(above)
    is_home = site is not None and page.pk == site.root_page_id
    crumbs = [Crumb(ancestor.title, ancestor.get_url(request)) for ancestor in ancestors]
    return {"crumbs": crumbs, "current": "" if is_home else page.title}


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs_to(current: str, parent_title: str = "", parent_url: str = "") -> dict[str, Any]:
    """The way to what is no page of the tree: a register, or one record of it."""
    return {"crumbs": [Crumb(parent_title, parent_url)] if parent_url else [], "current": current}


@register.simple_tag(takes_context=True)
def home_section(context: template.Context, section: dict[str, Any]) -> str:
    """A plugin's section of the home page: its own template with its own values, and nothing else but the request."""
    return render_to_string(section["template"], dict(section["values"]), context["request"])


@register.simple_tag(takes_context=True)
def heading_anchor(context: template.Context, heading: str) -> str:
    """The permanent, romanised id of a heading, unique on the page that is being shown."""
    request = context.get("request")
    if request is None:
        return slug(heading, fallback="section")
    if not hasattr(request, "portal_anchors"):
        request.portal_anchors = AnchorMaker()
    return request.portal_anchors(heading)


@register.simple_tag(takes_context=True)
def other_languages(context: template.Context) -> list[LanguageChoice]:
    """The languages that are not on, each with the address that switches to it and comes back here."""
    request: HttpRequest | None = context.get("request")
    query = urlencode({"next": request.get_full_path()}) if request else ""
    return [
        LanguageChoice(code, OWN_LANGUAGE_NAMES.get(code, code), f"{reverse('choose_language', args=[code])}?{query}")
        for code, _name in settings.LANGUAGES
        if code != get_language()
    ]


@register.simple_tag(takes_context=True)
def from_plugins(context: template.Context, page: Page) -> SafeString:
    """What apps say about a page of another app, below it: each answers Wagtail's hook `below_knowledge_page`."""
    request = context.get("request")
    if not isinstance(page, KnowledgePage) or request is None or getattr(request, "is_preview", False):
        return SafeString("")
    said = ((answer(request, page),) for answer in hooks.get_hooks("below_knowledge_page"))
    return format_html_join("", "{}", said)


@register.simple_tag
def page_numbers(page: int, pages: int) -> list[int | None]:
    """The numbers to link to, with None where some are left out: 1 … 4 5 6 … 20."""
    numbers = Paginator(range(pages), 1).get_elided_page_range(page, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in numbers]


@register.simple_tag
def search_examples() -> list[str]:
    """Questions that find something for certain: short titles of the newest pages that somebody summed up."""
    pages = KnowledgePage.objects.readable().exclude(summary="").order_by("-first_published_at", "-pk")
    titles = pages.values_list("title", flat=True)[:_NEWEST]
    return [title for title in titles if len(title) <= _LONGEST_EXAMPLE][:_EXAMPLES]


@register.simple_tag
def register_counts() -> dict[str, int]:
    """How many terms, laws and forms there are."""
    return {
        "terms": GlossaryTerm.objects.count(),
        "laws": LegalReference.objects.count(),
        "forms": FormTemplate.objects.count(),
    }
