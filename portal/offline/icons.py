"""The portal's picture on a phone: the office's emblem, or the portal's own mark in the office's colour."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageDraw
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from portal.content.palette import as_hex
from portal.content.picture_storage import is_private

_GRID: Final = 44  # units of the mark, as in favicon.svg
_FINER: Final = 4  # drawn so many times larger, then made smaller: smooth edges
_CORNER: Final = 6
_PEN: Final = 2.6
# The open book: its outline as cubic curves and lines, its spine as a line.
_OUTLINE: Final = (
    ((22, 15), (18.4, 12.4), (14, 11.8), (10, 12.6)),
    ((10, 12.6), (10, 31.4)),
    ((10, 31.4), (14, 30.6), (18.4, 31.2), (22, 33.4)),
    ((22, 33.4), (25.6, 30.8), (30, 30.2), (34, 31.4)),
    ((34, 31.4), (34, 12.6)),
    ((34, 12.6), (30, 11.8), (25.6, 12.4), (22, 15)),
    ((22, 15), (22, 33.4)),
)
_STEPS: Final = 12  # of a curve


@dataclass(frozen=True, slots=True)
class IconKind:
    """One of the pictures that launchers ask for; `inset` is the part of a side that stays free around an emblem."""

    name: str
    size: int  # pixels
    inset: float
    is_full: bool  # a square without round corners, which the launcher cuts as it likes
    purpose: str = ""  # in the manifest; empty: not in it


KINDS: Final = {
    kind.name: kind
    for kind in (
        IconKind("touch", 180, 0.1, True),
        IconKind("small", 192, 0.0, False, "any"),
        IconKind("large", 512, 0.0, False, "any"),
        IconKind("maskable", 512, 0.2, True, "maskable"),  # what is in the inner four fifths is never cut away
    )
}


def icon_key(office: Any) -> str:
    """What the pictures depend on; part of their address, so that what a phone keeps never goes stale."""
    emblem = _public_emblem(office)
    return f"{office.hue}-{emblem.pk}-{emblem.file_hash[:8] or 0}" if emblem else f"{office.hue}"


def icon_png(office: Any, kind: IconKind) -> bytes:
    """The picture as a PNG file."""
    emblem = _public_emblem(office)
    image = _from_emblem(emblem, kind) if emblem else None
    written = BytesIO()
    (image or _own_mark(office.hue, kind)).save(written, "PNG", optimize=True)
    return written.getvalue()


def _public_emblem(office: Any) -> Any:
    emblem = office.emblem
    return None if emblem is None or is_private(emblem.file.name) else emblem


def _from_emblem(emblem: Any, kind: IconKind) -> Image.Image | None:
    """On white where the launcher wants a full square; None where the file is lost or no picture."""
    try:
        rendition = emblem.get_rendition("max-512x512|format-png")
        with rendition.file.open("rb") as file:
            drawn = Image.open(file).convert("RGBA")
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        return None  # the mark stands in, as in the head of the pages
    room = round(kind.size * (1 - 2 * kind.inset))
    scale = room / max(drawn.size)
    drawn = drawn.resize(
        (max(1, round(drawn.width * scale)), max(1, round(drawn.height * scale))), Image.Resampling.LANCZOS
    )
    square = Image.new("RGBA", (kind.size, kind.size), (255, 255, 255, 255 if kind.is_full else 0))
    square.alpha_composite(drawn, ((kind.size - drawn.width) // 2, (kind.size - drawn.height) // 2))
    return square


def _own_mark(hue: int, kind: IconKind) -> Image.Image:
    side = kind.size * _FINER
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    unit = side / _GRID
    if kind.is_full:
        draw.rectangle((0, 0, side, side), fill=as_hex("cover", "light", hue))
    else:
        draw.rounded_rectangle((0, 0, side - 1, side - 1), radius=_CORNER * unit, fill=as_hex("cover", "light", hue))
    pen = _PEN * unit
    for line in _OUTLINE:
        points = [(x * unit, y * unit) for x, y in _points(line)]
        draw.line(points, fill="white", width=round(pen), joint="curve")
        for x, y in points:
            draw.ellipse((x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2), fill="white")
    return image.resize((kind.size, kind.size), Image.Resampling.LANCZOS)


def _points(line: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    if len(line) == 2:
        return list(line)
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = line
    found = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        found.append(
            (
                sum(w * x for w, x in zip(weights, (x0, x1, x2, x3), strict=True)),
                sum(w * y for w, y in zip(weights, (y0, y1, y2, y3), strict=True)),
            )
        )
    return found
