"""The pages that the browser looks at. A new kind of page joins here and is checked by every test of this folder."""

import json
from datetime import date

from django.urls import reverse

from innovations.models import BestPracticePage, InnovationPage, ResearchPage
from manuals.models import ManualChapterPage, ProcessStep
from manuals.outline import StepKind
from portal.content.models import LearningArea, OfficeSettings
from tests import factories
from tests.innovations.making import full_practice, make_shelf, make_work

EVERY_BLOCK = [
    {"type": "heading", "value": "บทบาทหน้าที่ของกลุ่มงาน"},
    {"type": "paragraph", "value": "<p>ศึกษานิเทศก์<b>รวบรวม</b>ข้อมูล <a href='https://example.org/'>ดูตัวอย่าง</a></p>"},
    {"type": "numbered_list", "value": {"items": [{"text": "วิเคราะห์สภาพปัญหา", "children": ["รายโรงเรียน", "รายวิชา"]}]}},
    {"type": "bullet_list", "value": {"items": [{"text": "คณิตศาสตร์", "children": ["เศษส่วน"]}]}},
    {
        "type": "table",
        "value": {
            "data": [["ภาคเรียน", *(f"เดือนที่ {month}" for month in range(1, 13))], ["1", *"123456789012"]],
            "first_row_is_table_header": True,
            "first_col_is_header": True,
        },
    },
    {"type": "heading", "value": "บทบาทหน้าที่ของกลุ่มงาน"},
    {"type": "tasks", "value": {"title": "กลุ่มงานวัดและประเมินผล", "tasks": ["งานทดสอบทางการศึกษา", "งานพัฒนาเครื่องมือ"]}},
    {"type": "unrecognised", "value": "ข้อความที่ไม่แน่ใจว่าอยู่ในส่วนใด"},
]


def make_content(home) -> dict[str, str]:
    """Make a small portal; a name for each page -> its address."""
    _describe_office(home)
    term = factories.make_term("การประเมินผล", "การตัดสินว่าผลอยู่ในระดับใด เมื่อเทียบกับตัวชี้วัดที่กำหนดไว้")
    law = factories.make_law("พระราชบัญญัติการศึกษาแห่งชาติ", year=2542, url="https://example.org/act")
    form = factories.make_form("แบบนิเทศติดตาม", code="นท. 01")
    return {
        "home": "/",
        "results": "/search/?q=คู่มือ",
        "filtered results": "/search/?q=คู่มือ&kind=manual&kind=process",
        "corrected results": "/search/?q=8%5Ej,nv",
        "too narrow filters": "/search/?q=คู่มือ&academic_year=2500",
        "nothing found": "/search/?q=ปลาหมึกยักษ์",
        "no question": "/search/",
        "not found": "/no-such-page/",
        "glossary": "/glossary/",
        "term": term.get_absolute_url(),
        "laws": "/laws/",
        "law": law.get_absolute_url(),
        "forms": "/forms/",
        "offline": "/offline/",
        "form": form.get_absolute_url(),
        "handbook": "/help/",
        "guide": "/help/contributor/",
        "interface for programs": "/api/",
        "reading settings": "/reading/?next=/glossary/",
        "privacy": reverse("privacy"),
        "accessibility": reverse("accessibility"),
        **_make_manual_pages(home),
        **_make_works(home),
    }


def _describe_office(home) -> None:
    office = OfficeSettings.for_site(home.get_site())
    office.short_name, office.hue = "สพป.ธารคราม เขต 2", 160
    office.address, office.email, office.phone = "เลขที่ 9 ถนนริมคราม", "nithet@example.org", "0 4200 0000"
    office.save()


def _make_manual_pages(home) -> dict[str, str]:
    index = factories.make_manual_index(home)
    manual = factories.make_manual(index, effective_date=date(2026, 10, 1))
    chapter = factories.make_page(manual, ManualChapterPage, "บทบาทหน้าที่", body=json.dumps(EVERY_BLOCK))
    process = factories.make_process(
        manual,
        scope=json.dumps([{"type": "paragraph", "value": "<p>การประเมินผลของสถานศึกษาในสังกัดทุกแห่ง</p>"}]),
        steps=[
            ProcessStep(action="รวบรวมข้อมูลของสถานศึกษา", actor="กลุ่มนิเทศฯ", time="15 วัน"),
            ProcessStep(action="ข้อมูลครบถ้วนหรือไม่", actor="สถานศึกษา", kind=StepKind.DECISION),
            ProcessStep(action="จัดทำรายงาน", actor="กลุ่มนิเทศฯ", kind=StepKind.DOCUMENT),
        ],
    )
    return {
        "manuals": index.url,
        "manual": manual.url,
        "whole manual": manual.get_one_page_url(),
        "chapter": chapter.url,
        "process": process.url,
        "chart": f"{process.url}chart/",
    }


def _make_works(home) -> dict[str, str]:
    """Works of all kinds, and what stands around any page: where it is filed, what it is asked for."""
    area = LearningArea.objects.get(code="th")
    practice = full_practice(home)
    practice.learning_areas.add(area)
    practice.save_revision().publish()
    school = practice.page_schools.get().school
    person = practice.authors.first().person
    return {
        "best practices": make_shelf(home, BestPracticePage).url,
        "best practice": practice.url,
        "innovation": make_work(home, InnovationPage, "ห้องนิเทศออนไลน์").url,
        "research": make_work(home, ResearchPage, "ผลของการอ่านคู่", abstract="ศึกษาผลของการอ่านคู่").url,
        "people": reverse("people"),
        "areas": reverse("areas"),
        "area": area.get_absolute_url(),
        "networks": reverse("networks"),
        "network": school.network.get_absolute_url(),
        "schools": reverse("schools"),
        "school": school.get_absolute_url(),
        "person": person.get_absolute_url(),
        "feeds": reverse("feeds"),
        "overview": reverse("overview"),
        "subscribe": reverse("subscribe"),
        "feedback": reverse("feedback", args=[practice.pk]),
        "used in class": reverse("class_use", args=[practice.pk]),
        "sign in": reverse("sign_in"),
    }
