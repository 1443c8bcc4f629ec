"""Under what the demo processes are found: learning areas, levels, year and tags, as an editor would choose them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

EARLY_PRIMARY: Final = ("p1", "p2", "p3")
PRIMARY: Final = (*EARLY_PRIMARY, "p4", "p5", "p6")
ALL_LEVELS: Final = ("early", *PRIMARY, "m1", "m2", "m3")


@dataclass(frozen=True, slots=True)
class Filing:
    """Codes of learning areas, keys of levels, names of tags, and the academic year (พ.ศ.)."""

    areas: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    year: int | None = None


FILINGS: Final[Mapping[str, Filing]] = {
    "งานพัฒนาเครื่องมือวัดและประเมินผล": Filing(("th", "ma", "sc"), PRIMARY, ("การวัดและประเมินผล", "ข้อสอบมาตรฐาน"), 2569),
    "งานทดสอบทางการศึกษาระดับชาติ": Filing(("th", "ma"), ("p1", "p3", "p6", "m3"), ("การทดสอบระดับชาติ", "NT", "RT"), 2569),
    "งานส่งเสริมและพัฒนาหลักสูตรการศึกษาปฐมวัย": Filing(("ea",), ("early",), ("หลักสูตรสถานศึกษา", "ปฐมวัย"), 2568),
    "งานส่งเสริมการอ่านออกเขียนได้ ระดับประถมศึกษาตอนต้น": Filing(
        ("th",), EARLY_PRIMARY, ("การอ่านออกเขียนได้", "คัดกรองนักเรียน"), 2569
    ),
    "งานคัดเลือกและเผยแพร่วิธีปฏิบัติที่เป็นเลิศ": Filing((), ALL_LEVELS, ("วิธีปฏิบัติที่เป็นเลิศ", "นวัตกรรม"), 2568),
    "งานส่งเสริมระบบการประกันคุณภาพภายในสถานศึกษา": Filing((), ALL_LEVELS, ("ประกันคุณภาพ", "SAR"), 2568),
    "งานพัฒนาระบบข้อมูลและสารสนเทศ": Filing((), ALL_LEVELS, ("สารสนเทศ",), 2569),
    "งานวางแผนและรายงานผลการติดตาม ตรวจสอบ ประเมินผล และนิเทศการศึกษา": Filing(
        (), ALL_LEVELS, ("ก.ต.ป.น.", "แผนการนิเทศ"), 2569
    ),
    "งานส่งเสริมและพัฒนาระบบการนิเทศและการจัดกระบวนการเรียนรู้": Filing(
        ("th", "ma", "sc"), PRIMARY, ("นิเทศภายใน", "การชี้แนะ", "PLC"), 2569
    ),
    "งานนิเทศ ติดตาม และประเมินผลการจัดการศึกษา": Filing((), ALL_LEVELS, ("แผนการนิเทศ", "นิเทศภายใน"), 2569),
}
