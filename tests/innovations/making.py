"""Lifelike works for the tests of their pages, searches and lists."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Page

from innovations.models import (
    BestPracticeIndexPage,
    BestPracticePage,
    InnovationIndexPage,
    InnovationPage,
    PdcaStep,
    ResearchIndexPage,
    ResearchPage,
    WorkBasis,
    WorkEvidence,
    WorkPicture,
    WorkVideo,
)
from portal.content.models import PageAttachment, PageAuthor, PageSchool, Person, PortalImage, School
from tests.factories import make_document, make_page, make_school

SHELVES = {
    InnovationPage: (InnovationIndexPage, "นวัตกรรมการนิเทศ"),
    BestPracticePage: (BestPracticeIndexPage, "วิธีปฏิบัติที่เป็นเลิศ"),
    ResearchPage: (ResearchIndexPage, "ผลงานวิจัย"),
}


def make_shelf(home: Page, kind: type[Page]) -> Page:
    """The index page of a kind of works, made once."""
    model, title = SHELVES[kind]
    return model.objects.first() or make_page(home, model, title, introduction="ผลงานที่คัดเลือกแล้วของสถานศึกษาในเขต")


def make_work(home: Page, kind: type[Page] = BestPracticePage, title: str = "อ่านคล่องใน 60 วัน", **fields: Any) -> Page:
    """A published work on its shelf."""
    fields.setdefault("summary", "นักเรียนที่อ่านไม่ออกฝึกกับเพื่อนคู่อ่านวันละ 20 นาที")
    return make_page(make_shelf(home, kind), kind, title, **fields)


def make_person(given_name: str = "พิมพ์ใจ", family_name: str = "ริมคราม", **fields: Any) -> Person:
    """An author."""
    values = {"prefix": "นางสาว", "position": "ครูชำนาญการ", **fields}
    return Person.objects.create(given_name=given_name, family_name=family_name, **values)


def make_image(title: str = "มุมคู่อ่าน", size: tuple[int, int] = (1200, 900)) -> PortalImage:
    """A picture of one colour."""
    data = BytesIO()
    Image.new("RGB", size, "#3b6ea5").save(data, "JPEG")
    data.seek(0)
    return PortalImage.objects.create(title=title, file=ImageFile(data, name="picture.jpg"))


def full_practice(home: Page, **fields: Any) -> BestPracticePage:
    """A best practice with everything that a page of it can show."""
    school = School.objects.filter(code="9902010001").first() or make_school()
    first = make_person(school=school)
    second = make_person("วีระ", "ทุ่งฝ้าย", prefix="นาย", position="ครู")
    values: dict[str, Any] = {
        "importance": "ต้นปีการศึกษามีนักเรียนอ่านไม่ออก 21 คน\n- ป.1 จำนวน 12 คน\n- ป.2 จำนวน 9 คน",
        "objectives": "ให้นักเรียนอ่านคำพื้นฐานได้ร้อยละ 80",
        "results": "ผ่านเกณฑ์ 19 คน",
        "success_factors": "เวลาสั้นและแน่นอนทุกวัน",
        "lessons": "ควรให้เด็กเสนอคำเอง",
        "award": "รางวัลระดับเขตพื้นที่ ปี 2569",
        "levels": ["p1", "p2"],
        "academic_year": 2569,
        "authors": [PageAuthor(person=first, role="ผู้คิดหลัก"), PageAuthor(person=second)],
        "page_schools": [PageSchool(school=school)],
        "pdca_steps": [
            PdcaStep(phase="plan", text="คัดกรองรายบุคคล"),
            PdcaStep(phase="do", text="ฝึกวันละ 20 นาที"),
            PdcaStep(phase="do", text="เพื่อนคู่อ่านทำเครื่องหมายในสมุด"),
            PdcaStep(phase="check", text="ทดสอบทุกวันศุกร์"),
            PdcaStep(phase="act", text="สลับคู่เมื่อคะแนนคงที่"),
        ],
        "evidence": [
            WorkEvidence(measure="คำที่อ่านถูกเฉลี่ย", before=31, after=88, unit="ร้อยละ", note="แบบทดสอบ 100 คำ"),
            WorkEvidence(measure="นักเรียนที่ผ่านเกณฑ์", after="19.50", unit="คน"),
        ],
        "pictures": [
            WorkPicture(image=make_image(), alternative="หนังสือเปิดวางกลางโต๊ะ", caption="มุมคู่อ่าน"),
            WorkPicture(image=make_image("บัตรคำ"), alternative="บัตรคำแปดใบ"),
        ],
        "videos": [
            WorkVideo(url="https://www.youtube.com/watch?v=abcdefghijk", title="วิธีใช้บัตรคำ"),
            WorkVideo(url="https://example.org/film.html", title="บรรยากาศในห้องเรียน"),
        ],
        "attachments": [PageAttachment(document=make_document("ชุดบัตรคำสามจังหวะ", b"%PDF-1.4", "cards.pdf"))],
        **fields,
    }
    return make_work(home, BestPracticePage, values.pop("title", "อ่านคล่องใน 60 วัน"), **values)


def build_on(work: Page, *bases: Page) -> None:
    """Publish `work` anew, saying that it builds on these pages."""
    work.bases = [WorkBasis(built_on_id=base.pk) for base in bases]
    work.save_revision().publish()
