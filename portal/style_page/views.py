"""The page of all components. Only while `DEBUG` is on: visitors have no use for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from wagtail import hooks

from portal.content.models import LearningArea, OfficeSettings
from portal.content.palette import ACCENT_PAIRS, FIXED_PAIRS, SCHEMES, Measured, as_hex, measure, tokens
from portal.content.style_sample import HOOK, StyleSample

from .samples import blocks, samples

STATIC: Final = Path(__file__).resolve().parents[1] / "static" / "portal"
TYPE_SCALE: Final = ("t-00", "t-0", "t-1", "t-2", "t-3", "t-4")
SPACES: Final = ("s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8")
STATES: Final = (
    ("", "ฉบับร่าง"),
    ("state-wait", "อยู่ระหว่างพิจารณา"),
    ("state-act", "ส่งกลับแก้ไข"),
    ("state-done", "เผยแพร่แล้ว"),
)


@never_cache
def style_page(request: HttpRequest) -> HttpResponse:
    """`/_style/`; 404 where the portal serves visitors."""
    if not settings.DEBUG:
        raise Http404
    hue = OfficeSettings.for_request(request).hue
    shown = [*samples(request), *_of_apps(request)]
    context = {
        "samples": shown,
        "styles": sorted({style for sample in shown for style in sample.styles}),
        "blocks": [(label, block.render()) for label, block in blocks()],
        "colours": [(name, [as_hex(name, scheme, hue) for scheme in SCHEMES]) for name in tokens()],
        "contrasts": _side_by_side(measure((*ACCENT_PAIRS, *FIXED_PAIRS), hue)),
        "areas": LearningArea.objects.all(),
        "type_scale": TYPE_SCALE,
        "spaces": SPACES,
        "states": STATES,
        "icons": re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text(encoding="utf-8")),
    }
    return render(request, "style/page.html", context)


def _of_apps(request: HttpRequest) -> Iterable[StyleSample]:
    for bring in hooks.get_hooks(HOOK):
        yield from bring(request)


def _side_by_side(measured: list[Measured]) -> list[tuple[Any, Any]]:
    return list(zip(measured[::2], measured[1::2], strict=True))
