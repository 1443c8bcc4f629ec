"""What manuals show of themselves on the page of all components: the newest process with steps, as a reader sees it."""

from __future__ import annotations

from types import SimpleNamespace

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.content.style_sample import StyleSample

from .models import WorkManualPage, WorkProcessPage

SHEETS = ("portal/css/reading.css", "portal/css/flow.css")


def samples(request: HttpRequest) -> list[StyleSample]:
    """Steps beside their flow chart, and a manual's cover; nothing while no process is published."""
    shown = []
    process = WorkProcessPage.objects.readable().filter(steps__isnull=False).order_by("-pk").first()
    if process is not None:
        context = process.get_context(request)
        part = next(part for part in context["parts"] if part.key == "steps")
        shown.append(StyleSample(_("Steps and flow chart"), part.template, {**context, "part": part}, SHEETS))
    manual = WorkManualPage.objects.readable().first() or SimpleNamespace(title="คู่มือการปฏิบัติงาน")
    shown.append(StyleSample(_("Cover of a manual"), "manuals/book.html", {"manual": manual}, SHEETS, "div.book"))
    return shown
