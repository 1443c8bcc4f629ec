"""Which files the demo processes attach, so that one sees the text of files searched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from manuals.demo import attached_texts as texts
from manuals.demo.attached_files import slides, workbook
from portal.content.demo_papers import pdf, stored, word
from portal.content.models import PageAttachment

_Files = tuple[tuple[str, str, Callable[[], bytes]], ...]

FILES: Final[dict[str, _Files]] = {
    "งานส่งเสริมและพัฒนาระบบการนิเทศและการจัดกระบวนการเรียนรู้": (
        ("แนวทางการเยี่ยมชั้นเรียน", "pdf", lambda: pdf(texts.CLASSROOM_VISITS)),
        ("สไลด์อบรมการชี้แนะ", "pptx", lambda: slides(texts.COACHING)),
    ),
    "งานส่งเสริมการอ่านออกเขียนได้ ระดับประถมศึกษาตอนต้น": (
        ("ตัวอย่างสรุปผลการคัดกรองการอ่าน", "xlsx", lambda: workbook(texts.READING_SCREENING)),
    ),
    "งานทดสอบทางการศึกษาระดับชาติ": (("ข้อปฏิบัติของกรรมการคุมสอบ", "docx", lambda: word(texts.INVIGILATORS)),),
    "งานส่งเสริมระบบการประกันคุณภาพภายในสถานศึกษา": (
        ("สไลด์การเขียนรายงานการประเมินตนเอง", "pptx", lambda: slides(texts.SAR_STRUCTURE)),
    ),
    "งานคัดเลือกและเผยแพร่วิธีปฏิบัติที่เป็นเลิศ": (
        ("เกณฑ์การให้คะแนนวิธีปฏิบัติที่เป็นเลิศ", "xlsx", lambda: workbook(texts.SELECTION_SCORES)),
    ),
}


def attachments_of(process: str) -> Iterator[PageAttachment]:
    """Store the files of that process and yield them, to be attached to its page."""
    for title, ending, make in FILES.get(process, ()):
        yield PageAttachment(document=stored(title, ending, make()))
