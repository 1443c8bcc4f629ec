"""Stores the drawn pictures of demo works with what they show in words."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Final

from django.core.files.images import ImageFile

from innovations.demo.drawing import AREA_COLOURS, cover, diagram
from innovations.demo.gallery import DRAWINGS
from innovations.demo.outline import DemoWork, Diagram
from innovations.models import WorkPage, WorkPicture
from portal.content.models import PortalImage

SHOWN: Final[Mapping[str, str]] = {
    "book": "หนังสือเปิดอยู่",
    "bars": "แท่งกราฟที่สูงขึ้นตามลำดับ",
    "waves": "เส้นคลื่นน้ำ",
    "sprout": "ต้นกล้า",
    "circle": "วงกลมที่มีจุดเรียงรอบ",
    "sun": "ดวงอาทิตย์",
    "speech": "กรอบคำพูดสองกรอบ",
    "weave": "ลายทอรูปข้าวหลามตัด",
    "drum": "กลองสามใบ",
    "path": "เส้นทางที่มีจุดแวะห้าจุด",
    "grid": "ตารางที่ระบายสีบางช่อง",
    "bowl": "ชามอาหาร",
}


def add_cover(page: WorkPage, work: DemoWork) -> None:
    """The cover in the colour of the first learning area."""
    words = f"ภาพวาดประกอบปก เป็นรูป{SHOWN[work.motif]}"
    page.cover = _store(f"ปก {work.title}", words, f"cover-{work.key}.png", cover(work.areas[0], work.motif))


def add_pictures(page: WorkPage, work: DemoWork) -> None:
    """What somebody drew of it; the numbers need no picture, the page draws their bars."""
    if drawing := DRAWINGS.get(work.key):
        content = drawing.content(AREA_COLOURS[work.areas[0]])
        image = _store(drawing.caption, drawing.alternative, f"drawing-{work.key}.png", content)
        page.pictures = [WorkPicture(image=image, alternative=drawing.alternative, caption=drawing.caption)]


def add_diagram(page: WorkPage, model: Diagram) -> None:
    """The model's boxes."""
    words = " ".join(model.in_words.split())
    page.model_diagram = _store(f"แผนภาพ {model.middle}", words[:250], "diagram.png", diagram(model))
    page.diagram_alternative = words


def _store(title: str, description: str, name: str, content: bytes) -> PortalImage:
    image = PortalImage(title=title[:255], description=description[:255], file=ImageFile(BytesIO(content), name=name))
    image._set_image_file_metadata()
    image.save()
    return image
