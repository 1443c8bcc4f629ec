"""Makers of processes and of what an editor submits, for the tests of reading and editing."""

from manuals.models import (
    ManualChapterPage,
    ProcessDefinition,
    ProcessForm,
    ProcessLaw,
    ProcessStep,
    StepBranch,
    StepDocumentUse,
    WorkProcessPage,
)
from manuals.outline import StepKind
from tests.factories import make_form, make_law, make_page, make_process


def numbered(*texts):
    """A body with one numbered list."""
    return [{"type": "numbered_list", "value": {"items": [{"text": text, "children": []} for text in texts]}}]


def paragraph(text):
    """A body with one paragraph."""
    return [{"type": "paragraph", "value": f"<p>{text}</p>"}]


def step(action, *branches, documents=(), **fields):
    """A step; with branches, as (label, target), a decision."""
    fields.setdefault("kind", StepKind.DECISION if branches else StepKind.PROCESS)
    made = ProcessStep(action=action, **fields)
    made.branches = [StepBranch(label=label, target=target, sort_order=i) for i, (label, target) in enumerate(branches)]
    made.documents = [StepDocumentUse(form=form, sort_order=i) for i, form in enumerate(documents)]
    return made


def placed(rows):
    """Rows in the order given."""
    rows = list(rows)
    for place, row in enumerate(rows):
        row.sort_order = place
    return rows


def looping_steps():
    """Four steps: the third asks, and sends back to the first or on to the fourth."""
    return [
        step("รวบรวมข้อมูล", actor="ศึกษานิเทศก์", time="15 วัน"),
        step("นิเทศชั้นเรียน", actor="ศึกษานิเทศก์"),
        step("ผลเป็นไปตามเกณฑ์หรือไม่", ("ผ่าน", "4"), ("ไม่ผ่าน", "1"), actor="สถานศึกษา"),
        step("สรุปผล"),
    ]


def make_process_with(manual, *steps, **fields):
    """A published process with these steps."""
    return make_process(manual, steps=placed(steps), **fields)


def make_chapter(manual, title="บทบาทหน้าที่", **fields):
    """A published chapter."""
    return make_page(manual, ManualChapterPage, title, **fields)


def make_full_process(manual, steps=None, rows=2, **fields):
    """A process in which all nine parts hold something, with `rows` definitions, forms and laws."""
    serial = WorkProcessPage.objects.count()
    return make_process(
        manual,
        name="งานนิเทศ ติดตาม และประเมินผลการจัดการศึกษา",
        objectives=numbered("เพื่อให้มีแนวทางเดียวกัน", "เพื่อให้สถานศึกษาได้รับข้อมูลย้อนกลับ"),
        scope=paragraph("ครอบคลุมสถานศึกษาในสังกัดทุกแห่ง"),
        definitions=placed(ProcessDefinition(term=f"คำที่ {i}", meaning=f"ความหมายที่ {i}") for i in range(rows)),
        steps=placed(steps or looping_steps()),
        results=paragraph("สถานศึกษาทุกแห่งได้รับการนิเทศ"),
        forms=placed(ProcessForm(form=make_form(f"แบบ {serial} {i}", code=f"นท. {serial}.{i}")) for i in range(rows)),
        laws=placed(ProcessLaw(law=make_law(f"ระเบียบ {serial} {i}"), detail="ข้อ 5") for i in range(rows)),
        **fields,
    )
