"""How the demo's works were read and used: invented numbers, the same every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from django.utils import timezone

from innovations.demo.outline import DemoWork
from innovations.models import WorkPage
from portal.content.models import PageReach, School
from portal.counting.adding import sum_uses
from portal.counting.models import ClassUse, PageDay

MOST_USES: Final = 9
LINES: Final[Mapping[str, tuple[str, ...]]] = {
    "th": ("เด็กที่เคยเงียบเริ่มขออ่านให้เพื่อนฟัง", "นักเรียนเขียนประโยคได้เองมากขึ้น ครูตรวจงานสนุกขึ้น"),
    "ma": ("นักเรียนอธิบายวิธีคิดได้ ไม่ตอบแต่คำตอบ", "ลดจำนวนข้อลงครึ่งหนึ่ง แต่เด็กทำถูกมากกว่าเดิม"),
    "sc": ("นักเรียนตั้งคำถามเองได้ตั้งแต่สัปดาห์แรก", "เด็กจดบันทึกละเอียดขึ้นและเถียงกันด้วยข้อมูล"),
    "so": ("เด็กกลับไปถามผู้ใหญ่ที่บ้านจนผู้ปกครองมาคุยกับครู", "ใช้ได้ดีในคาบคู่ เวลาคาบเดียวไม่พอ"),
    "he": ("เด็กรอคาบนี้ทุกวัน วันฝนตกก็ทำได้", "ผู้ปกครองช่วยทำต่อที่บ้าน"),
    "ar": ("เด็กที่คิดว่าตนไม่เก่งศิลปะกล้าทำมากขึ้น", "ใช้วัสดุในโรงเรียนทั้งหมด ไม่ต้องซื้อเพิ่ม"),
    "oc": ("เด็กคิดต้นทุนเป็นและภูมิใจที่ขายได้", "ปรับเป็นเห็ดแทนผัก ได้ผลดีเหมือนกัน"),
    "fl": ("นักเรียนทักครูเป็นภาษาอังกฤษก่อนเข้าห้อง", "เด็กพูดโดยไม่รอให้เรียกชื่อ"),
    "ac": ("นักเรียนประชุมกันเองได้โดยครูนั่งฟัง", "เด็กขาดเรียนน้อยลงในวันที่มีกิจกรรม"),
    "ea": ("เด็กเล่นต่อเนื่องได้นานขึ้น ครูมีเวลาสังเกต", "ผู้ปกครองเข้าใจเรื่องการเล่นมากขึ้น"),
    "se": ("ครูทุกวิชาช่วยนักเรียนได้ตรงกัน", "นักเรียนมีเพื่อนทำงานด้วยทุกวัน"),
}
COMMON: Final = ("นำไปใช้หนึ่งภาคเรียน จะใช้ต่อ", "ปรับเวลาให้สั้นลงแล้วเหมาะกับโรงเรียนเล็ก", "ทำตามขั้นตอนในเอกสารแนบได้เลย")


def add_reach(page: WorkPage, work: DemoWork, published: datetime, schools: Sequence[School]) -> None:
    """Counts of each day since it was published, and where teachers used it."""
    first, today = timezone.localdate(published), timezone.localdate()
    popularity = 2 + _chance(work.key, "popularity", 11)
    days = []
    for offset in range((today - first).days):
        day = first + timedelta(days=offset)
        views = _chance(work.key, f"{day}", popularity) // (4 if day.weekday() > 4 else 1)  # fewer at weekends
        if views:
            days.append(PageDay(page=page, day=day, views=views, downloads=views // 4 if work.files else 0))
    PageDay.objects.bulk_create(days)
    totals = {"views": sum(day.views for day in days), "downloads": sum(day.downloads for day in days)}
    PageReach.objects.update_or_create(page_id=page.pk, defaults=totals)
    _add_uses(page, work, published, schools)


def _add_uses(page: WorkPage, work: DemoWork, published: datetime, schools: Sequence[School]) -> None:
    lines = (*LINES[work.areas[0]], *COMMON)
    others = [school for school in schools if school.name.removeprefix("โรงเรียน") not in work.schools]
    days = max((timezone.now() - published).days, 1)
    uses = []
    for number in range(_chance(work.key, "uses", MOST_USES) if work.kind != "research" else 0):
        school = others[_chance(work.key, f"school {number}", len(others))]
        sent = published + timedelta(days=_chance(work.key, f"used {number}", days))
        is_new = (timezone.now() - sent).days < 3
        state = ClassUse.State.WAITING if is_new else ClassUse.State.APPROVED
        uses.append(
            ClassUse(
                page=page,
                level=work.levels[number % len(work.levels)],
                school=school,
                school_name=school.name,
                result=lines[(number + len(work.key)) % len(lines)],
                state=state,
                created_at=sent,
                decided_at=None if is_new else sent + timedelta(days=1),
            )
        )
    ClassUse.objects.bulk_create(uses)
    sum_uses(page.pk)


def _chance(work: str, about: str, below: int) -> int:
    """A number from 0, the same for the same work and question."""
    return int.from_bytes(sha256(f"{work} {about}".encode()).digest()[:4]) % below
