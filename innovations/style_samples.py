"""What works show of themselves on the page of all components: how far they are, and where."""

from __future__ import annotations

from types import SimpleNamespace

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.content.style_sample import StyleSample

MINE = "innovations/my_works"
SHEET = ("innovations/my-works.css",)


def samples(request: HttpRequest) -> list[StyleSample]:
    """The gauge of a work's parts, and the way of a work that was sent."""
    parts = [SimpleNamespace(key=str(number), state=state) for number, state in enumerate(["on", "on", "half", "off"])]
    stops = [("ส่งแล้ว", "done"), ("ตรวจความครบถ้วน", "now"), ("คณะกรรมการให้คะแนน", ""), ("เผยแพร่แล้ว", "")]
    track = [SimpleNamespace(label=label, state=state) for label, state in stops]
    return [
        StyleSample(_("Completeness"), f"{MINE}/gauge.html", {"parts": parts, "current": "2"}, SHEET, "div.gauge"),
        StyleSample(_("Where it is"), f"{MINE}/track.html", {"track": track}, SHEET),
    ]
