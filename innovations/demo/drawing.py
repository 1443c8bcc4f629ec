"""Draws the demo's pictures in the portal's colours: covers, diagrams of models. No photographs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from math import cos, pi, sin
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from innovations.demo.motifs import MOTIFS
from innovations.demo.outline import Diagram
from portal.thai.segment import words

AREA_COLOURS: Final[Mapping[str, str]] = {
    "th": "#b3304c",
    "ma": "#2460b4",
    "sc": "#1f7a4a",
    "so": "#a3560f",
    "he": "#0d7680",
    "ar": "#a2337f",
    "oc": "#6b6a12",
    "fl": "#5a4bb0",
    "ac": "#8a6400",
    "ea": "#c2485c",
    "se": "#55606e",
}
PAPER, INK, SOFT, LINE, ACCENT = "#fbfaf6", "#1b222c", "#eaf1fa", "#b2c6de", "#1e4c7c"
COVER: Final = (960, 540)


def cover(area: str, motif: str) -> bytes:
    """A motif in the learning area's colour above a woven edge."""
    image = Image.new("RGB", COVER, PAPER)
    draw = ImageDraw.Draw(image)
    colour = AREA_COLOURS[area]
    MOTIFS[motif](draw, colour)
    for column in range(0, COVER[0], 24):
        draw.rectangle((column, 500, column + 11, 511), fill=colour)
        draw.rectangle((column + 12, 514, column + 23, 525), fill=ACCENT)
    return png(image)


def diagram(model: Diagram) -> bytes:
    """A box in the middle and the others around it in order, joined by lines and numbered."""
    width, height = 1100, 760
    image = Image.new("RGB", (width, height), PAPER)
    draw = ImageDraw.Draw(image)
    middle = (width // 2, height // 2)
    places = [
        (int(middle[0] + 390 * sin(turn)), int(middle[1] - 270 * cos(turn)))
        for turn in (2 * pi * step / len(model.around) for step in range(len(model.around)))
    ]
    for place, following in zip(places, [*places[1:], places[0]], strict=True):
        draw.line((place, following), fill=LINE, width=4)
        draw.line((middle, place), fill=LINE, width=2)
    _box(draw, middle, model.middle, ACCENT, "#ffffff", bold=True)
    for number, (place, label) in enumerate(zip(places, model.around, strict=True), start=1):
        _box(draw, place, f"{number}. {label}", SOFT, INK)
    return png(image)


def _box(
    draw: ImageDraw.ImageDraw, centre: tuple[int, int], text: str, fill: str, ink: str, *, bold: bool = False
) -> None:
    face = font(25, bold=bold)
    lines = list(_wrapped(text, face, 260))
    x, y = centre
    half = 18 + 19 * len(lines)
    draw.rounded_rectangle((x - 150, y - half, x + 150, y + half), radius=10, fill=fill, outline=ACCENT, width=2)
    for place, line in enumerate(lines):
        draw.text((x, y - 19 * len(lines) + 38 * place + 17), line, font=face, fill=ink, anchor="mm")


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    line = ""
    for token in words(text):
        if line and font.getlength(line + token) > width:
            yield line.strip()
            line = ""
        line += token
    yield line.strip()


@cache
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Sarabun in a size."""
    name = f"Sarabun-{'SemiBold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(str(files("fontpkg_sarabun") / "files" / name), size)


def png(image: Image.Image) -> bytes:
    """As a small file."""
    stream = BytesIO()
    image.quantize(64).save(stream, "PNG")
    return stream.getvalue()
