"""Drawings for the galleries of some demo works: what is told there in words, to be made by another school."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from innovations.demo.drawing import ACCENT, INK, LINE, PAPER, SOFT, font, png

SIZE: Final = (960, 540)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture with what stands below it and what it shows in words."""

    draw: Callable[[ImageDraw.ImageDraw, str], None]
    caption: str
    alternative: str

    def content(self, colour: str) -> bytes:
        """The picture in the colour of the learning area."""
        image = Image.new("RGB", SIZE, PAPER)
        self.draw(ImageDraw.Draw(image), colour)
        return png(image)


def _cards(draw: ImageDraw.ImageDraw, colour: str) -> None:
    """Three cards of one word, as they are read one after the other."""
    for place, (step, text) in enumerate((("1 แจกลูก", "ก – า"), ("2 สะกด", "กอ – อา – กา"), ("3 อ่านทั้งคำ", "กา"))):
        x = 50 + place * 296
        draw.rounded_rectangle((x, 130, x + 268, 400), radius=14, fill="#ffffff", outline=colour, width=5)
        draw.text((x + 134, 80), step, font=font(32, bold=True), fill=colour, anchor="mm")
        draw.text((x + 134, 265), text, font=font(40 if place != 2 else 110, bold=True), fill=INK, anchor="mm")
    draw.text((480, 460), "บัตรขนาด 8 × 12 เซนติเมตร คำเดียวกันสามใบ", font=font(28), fill=INK, anchor="mm")


def _mat(draw: ImageDraw.ImageDraw, colour: str) -> None:
    """A mat of six by six squares with a way on it, and the cards of the way."""
    side, left, top = 72, 50, 54
    way = ((5, 0), (4, 0), (3, 0), (3, 1), (3, 2))
    for row in range(6):
        for column in range(6):
            x, y = left + column * side, top + row * side
            fill = SOFT if (row, column) in way else "#ffffff"
            draw.rectangle((x, y, x + side, y + side), fill=fill, outline=LINE, width=3)
    places = [(left + column * side + side // 2, top + row * side + side // 2) for row, column in way]
    draw.line(places, fill=colour, width=8, joint="curve")
    draw.ellipse((places[0][0] - 20, places[0][1] - 20, places[0][0] + 20, places[0][1] + 20), fill=colour)
    draw.rectangle((places[-1][0] - 20, places[-1][1] - 20, places[-1][0] + 20, places[-1][1] + 20), fill=colour)
    for place, card in enumerate(("วนซ้ำ 2 ครั้ง: เดินหน้า", "เลี้ยวขวา", "วนซ้ำ 2 ครั้ง: เดินหน้า", "หยิบ")):
        y = 84 + place * 98
        draw.rounded_rectangle((540, y, 910, y + 76), radius=10, fill="#ffffff", outline=colour, width=4)
        draw.text((725, y + 38), f"{place + 1}. {card}", font=font(30, bold=True), fill=INK, anchor="mm")


def _tray(draw: ImageDraw.ImageDraw, colour: str) -> None:
    """A tray of eight pieces of which three and then two are sold."""
    for number in range(8):
        x, y = 60 + (number % 4) * 130, 110 + (number // 4) * 160
        fill = colour if number < 3 else LINE if number < 5 else "#ffffff"
        draw.rectangle((x, y, x + 130, y + 160), fill=fill, outline=INK, width=4)
    lines = ("ขายแล้ว 3/8 ถาด", "ขายเพิ่ม 1/4 = 2/8 ถาด", "รวม 5/8 ถาด", "เหลือ 3/8 ถาด")
    for place, line in enumerate(lines):
        draw.text((620, 140 + place * 76), line, font=font(32, bold=place > 1), fill=INK)


def _bars(draw: ImageDraw.ImageDraw, colour: str) -> None:
    """Two bars of which one is longer by what is asked for."""
    draw.text((60, 60), "แก้วมี 24 เม็ด มากกว่ากล้า 9 เม็ด กล้ามีกี่เม็ด", font=font(34, bold=True), fill=INK)
    for y, name, length, label in ((170, "แก้ว", 720, "24"), (320, "กล้า", 450, "?")):
        draw.text((60, y + 34), name, font=font(32), fill=INK, anchor="lm")
        draw.rectangle((180, y, 180 + length, y + 70), fill=SOFT, outline=ACCENT, width=4)
        draw.text((180 + length // 2, y + 35), label, font=font(36, bold=True), fill=INK, anchor="mm")
    draw.rectangle((630, 320, 900, 390), outline=colour, width=4)
    draw.text((765, 355), "9", font=font(36, bold=True), fill=colour, anchor="mm")
    draw.text((180, 460), "24 – 9 = 15", font=font(34, bold=True), fill=INK)


DRAWINGS: Final[Mapping[str, Drawing]] = {
    "reading-in-sixty-days": Drawing(
        _cards,
        "บัตรคำสามจังหวะของคำว่า กา",
        "ภาพวาดบัตรคำสามใบเรียงกัน ใบที่ 1 แจกลูก เขียน ก ขีด า ใบที่ 2 สะกด เขียน กอ อา กา ใบที่ 3 อ่านทั้งคำ เขียน กา ตัวใหญ่",
    ),
    "coding-on-a-mat": Drawing(
        _mat,
        "เสื่อตาราง 6 × 6 ช่องกับบัตรคำสั่งหนึ่งชุด",
        "ภาพวาดเสื่อตาราง เส้นทางเริ่มที่ช่องล่างซ้าย ขึ้นสองช่องแล้วเลี้ยวขวาไปอีกสองช่อง "
        "ข้างเสื่อมีบัตรสี่ใบ วนซ้ำสองครั้งเดินหน้า เลี้ยวขวา วนซ้ำสองครั้งเดินหน้า หยิบ",
    ),
    "fraction-shop": Drawing(
        _tray,
        "ถาดขนมแปดชิ้นกับใบเสร็จของลูกค้าสองคน",
        "ภาพวาดถาดขนมแบ่งแปดชิ้นเท่ากัน ขายแล้วสามชิ้นและสองชิ้น ข้างถาดเขียนว่า 3/8 กับ 1/4 ซึ่งเท่ากับ 2/8 รวม 5/8 เหลือ 3/8 ถาด",
    ),
    "bar-model-study": Drawing(
        _bars,
        "ภาพแท่งของโจทย์เปรียบเทียบ",
        "ภาพแท่งสองแท่ง แท่งของแก้วยาว 24 แท่งของกล้าสั้นกว่า 9 ยังไม่รู้ว่ายาวเท่าใด ด้านล่างเขียน 24 ลบ 9 เท่ากับ 15",
    ),
}
