"""The simple figures of the demo's covers, each drawn in one colour on 960 x 500."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, pi, sin
from typing import Final

from PIL.ImageDraw import ImageDraw

PALE, MIDDLE = "#e9e4d6", "#c9c2ae"


def _book(draw: ImageDraw, colour: str) -> None:
    draw.polygon(((480, 150), (200, 100), (200, 370), (480, 420)), fill=PALE, outline=colour, width=6)
    draw.polygon(((480, 150), (760, 100), (760, 370), (480, 420)), fill="#ffffff", outline=colour, width=6)
    for line in range(5):
        y = 165 + line * 42
        draw.line(((240, y - 22), (440, y + 14)), fill=colour, width=5)
        draw.line(((520, y + 14), (720, y - 22)), fill=colour, width=5)


def _bars(draw: ImageDraw, colour: str) -> None:
    for place, height in enumerate((90, 140, 120, 210, 290)):
        x = 220 + place * 110
        draw.rectangle((x, 420 - height, x + 74, 420), fill=colour if place == 4 else MIDDLE)
    draw.line(((190, 420), (790, 420)), fill=colour, width=6)


def _waves(draw: ImageDraw, colour: str) -> None:
    for row in range(5):
        points = [(x, 170 + row * 58 + 22 * sin((x + row * 60) / 62)) for x in range(0, 961, 8)]
        draw.line(points, fill=colour if row % 2 == 0 else MIDDLE, width=9, joint="curve")


def _sprout(draw: ImageDraw, colour: str) -> None:
    draw.line(((480, 430), (480, 200)), fill=colour, width=12)
    draw.pieslice((320, 130, 500, 310), 0, 90, fill=colour)
    draw.pieslice((460, 90, 660, 290), 90, 180, fill=MIDDLE)
    draw.line(((230, 430), (730, 430)), fill=colour, width=8)


def _circle(draw: ImageDraw, colour: str) -> None:
    draw.ellipse((310, 80, 650, 420), outline=MIDDLE, width=8)
    for step in range(7):
        x, y = 480 + 170 * sin(2 * pi * step / 7), 250 - 170 * cos(2 * pi * step / 7)
        draw.ellipse((x - 34, y - 34, x + 34, y + 34), fill=colour if step % 2 == 0 else PALE, outline=colour, width=5)


def _sun(draw: ImageDraw, colour: str) -> None:
    for step in range(16):
        turn = 2 * pi * step / 16
        inner, outer = 130, 190 if step % 2 == 0 else 165
        draw.line(
            ((480 + inner * cos(turn), 250 + inner * sin(turn)), (480 + outer * cos(turn), 250 + outer * sin(turn))),
            fill=colour,
            width=9,
        )
    draw.ellipse((375, 145, 585, 355), fill=colour)


def _speech(draw: ImageDraw, colour: str) -> None:
    draw.rounded_rectangle((210, 90, 590, 280), radius=34, fill=colour)
    draw.polygon(((280, 270), (350, 270), (270, 340)), fill=colour)
    draw.rounded_rectangle((430, 210, 750, 380), radius=34, fill=PALE, outline=colour, width=6)
    draw.polygon(((640, 374), (700, 374), (720, 440)), fill=colour)


def _weave(draw: ImageDraw, colour: str) -> None:
    for row in range(6):
        for column in range(12):
            x, y = 180 + column * 50, 100 + row * 56
            fill = (colour, PALE, MIDDLE)[(row + column) % 3]
            draw.polygon(((x + 25, y), (x + 50, y + 28), (x + 25, y + 56), (x, y + 28)), fill=fill)


def _drum(draw: ImageDraw, colour: str) -> None:
    for x, width, height in ((200, 150, 190), (400, 190, 260), (640, 130, 150)):
        draw.rectangle((x, 420 - height, x + width, 420), fill=colour)
        draw.ellipse((x, 400 - height, x + width, 440 - height), fill=PALE, outline=colour, width=6)
        draw.line(((x, 420 - height // 2), (x + width, 420 - height // 2)), fill=PALE, width=6)


def _path(draw: ImageDraw, colour: str) -> None:
    stops = ((180, 400), (310, 230), (460, 320), (600, 150), (770, 210))
    draw.line(stops, fill=MIDDLE, width=12, joint="curve")
    for number, (x, y) in enumerate(stops):
        size = 30 if number == len(stops) - 1 else 20
        draw.ellipse((x - size, y - size, x + size, y + size), fill=colour)


def _grid(draw: ImageDraw, colour: str) -> None:
    for row in range(4):
        for column in range(7):
            x, y = 220 + column * 76, 100 + row * 84
            is_marked = (row * 3 + column * 5) % 4 == 0
            draw.rounded_rectangle((x, y, x + 62, y + 68), radius=8, fill=colour if is_marked else PALE)


def _bowl(draw: ImageDraw, colour: str) -> None:
    draw.chord((270, 90, 690, 430), 0, 180, fill=colour)
    for x in (360, 450, 540, 600):
        draw.ellipse((x - 38, 170, x + 38, 246), fill=MIDDLE)
    draw.rectangle((400, 420, 560, 440), fill=colour)


MOTIFS: Final[Mapping[str, Callable[[ImageDraw, str], None]]] = {
    "book": _book,
    "bars": _bars,
    "waves": _waves,
    "sprout": _sprout,
    "circle": _circle,
    "sun": _sun,
    "speech": _speech,
    "weave": _weave,
    "drum": _drum,
    "path": _path,
    "grid": _grid,
    "bowl": _bowl,
}
