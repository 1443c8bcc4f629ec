"""A manual on one page: every chapter and process that readers find in it, in order, in a fixed number of queries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from portal.content.models import KnowledgePage
from portal.content.site_digits import site_digits

from .charts import charted_lists, room_for
from .contents import Entry
from .models import ManualChapterPage, WorkProcessPage
from .search import ROWS_OF_PROCESS

_TAGS: Final = re.compile(r"""(<!--.*?-->|</?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
_NAMES: Final = re.compile(r'(\s(?:id|aria-details|aria-labelledby|aria-controls|popovertarget)=")([^"]+)(?=")')
_OWN_LINKS: Final = re.compile(r'(\shref="#|="url\(#)(?=[^")])')
_HEADINGS: Final = re.compile(r"^(</?h)([1-5])(?=[\s>])")


def loaded(entries: Sequence[Entry]) -> dict[int, KnowledgePage]:
    """The pages of the contents by their ids, with all that their texts show."""
    keys = [entry.page.pk for entry in entries]
    chapters = ManualChapterPage.objects.filter(pk__in=keys).prefetch_related("attachments__document")
    processes = WorkProcessPage.objects.filter(pk__in=keys).select_related("work_group")
    processes = processes.prefetch_related(*ROWS_OF_PROCESS, "attachments__document")
    return {page.pk: page for page in (*chapters, *processes)}


def text_of(entry: Entry, page: KnowledgePage, request: HttpRequest) -> SafeString:
    """The text of a chapter or process as a part of the whole: its ids are its own, its headings one level deeper."""
    if hasattr(request, "portal_anchors"):
        del request.portal_anchors  # the same names as on the page of its own
    values = {} if entry.is_chapter else _process_values(page, request)
    template = "manuals/one_page_chapter.html" if entry.is_chapter else "manuals/one_page_process.html"
    html = render_to_string(template, {"entry": entry, "page": page, **values}, request)
    return mark_safe(as_part(html, entry.anchor))  # noqa: S308 - rendered by our own templates


def as_part(html: str, name: str) -> str:
    """HTML whose ids, and links to these, begin with `name-`, and whose headings are one level deeper."""
    pieces = _TAGS.split(html)
    pieces[1::2] = [_renamed(tag, name) for tag in pieces[1::2]]
    return "".join(pieces)


def _renamed(tag: str, name: str) -> str:
    def with_name(match: re.Match[str]) -> str:
        return match[1] + " ".join(f"{name}-{one}" for one in match[2].split())

    tag = _HEADINGS.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", tag)
    return _OWN_LINKS.sub(rf"\g<1>{name}-", _NAMES.sub(with_name, tag))


def _process_values(page: WorkProcessPage, request: HttpRequest) -> dict[str, object]:
    charted = charted_lists(page.step_lists, page.title, site_digits(request))
    return {"parts": page.parts, "step_lists": charted, "charts_room": room_for(charted)}
