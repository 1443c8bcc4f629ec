"""Draws the demo's pictures in the portal's colours: covers, charts of results, diagrams of models. No photographs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from math import cos, pi, sin
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from innovations.demo.motifs import MOTIFS
from innovations.demo.outline import Diagram, Number
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
CHART_WIDTH, BAR_HEIGHT = 960, 46


def cover(area: str, motif: str) -> bytes:
    """A motif in the learning area's colour above a woven edge."""
    image = Image.new("RGB", COVER, PAPER)
    draw = ImageDraw.Draw(image)
    colour = AREA_COLOURS[area]
    MOTIFS[motif](draw, colour)
    for column in range(0, COVER[0], 24):
        draw.rectangle((column, 500, column + 11, 511), fill=colour)
        draw.rectangle((column + 12, 514, column + 23, 525), fill=ACCENT)
    return _png(image)


def chart(numbers: Sequence[Number], colour: str) -> bytes:
    """Bars before and after, a pair for each result, as long as the numbers say."""
    row = 3 * BAR_HEIGHT + 34
    image = Image.new("RGB", (CHART_WIDTH, 30 + row * len(numbers)), PAPER)
    draw = ImageDraw.Draw(image)
    for place, number in enumerate(numbers):
        top = 24 + place * row
        draw.text((40, top), f"{number.measure} ({number.unit})", font=_font(26, bold=True), fill=INK)
        largest = max(number.before or 0, number.after) or 1
        for line, (label, value, fill) in enumerate((("ก่อน", number.before, LINE), ("หลัง", number.after, colour))):
            y = top + 44 + line * BAR_HEIGHT
            length = 620 * (value or 0) / largest
            draw.text((40, y + 2), label, font=_font(24), fill=INK)
            draw.rectangle((120, y + 4, 120 + max(length, 2), y + BAR_HEIGHT - 8), fill=fill)
            draw.text((132 + length, y + 2), f"{value:g}", font=_font(24), fill=INK)
    return _png(image)


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
    return _png(image)


def _box(
    draw: ImageDraw.ImageDraw, centre: tuple[int, int], text: str, fill: str, ink: str, *, bold: bool = False
) -> None:
    font = _font(25, bold=bold)
    lines = list(_wrapped(text, font, 260))
    x, y = centre
    half = 18 + 19 * len(lines)
    draw.rounded_rectangle((x - 150, y - half, x + 150, y + half), radius=10, fill=fill, outline=ACCENT, width=2)
    for place, line in enumerate(lines):
        draw.text((x, y - 19 * len(lines) + 38 * place + 17), line, font=font, fill=ink, anchor="mm")


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> Iterator[str]:
    line = ""
    for token in words(text):
        if line and font.getlength(line + token) > width:
            yield line.strip()
            line = ""
        line += token
    yield line.strip()


@cache
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = f"Sarabun-{'SemiBold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(str(files("fontpkg_sarabun") / "files" / name), size)


def _png(image: Image.Image) -> bytes:
    stream = BytesIO()
    image.quantize(64).save(stream, "PNG")
    return stream.getvalue()
