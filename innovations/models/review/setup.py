"""The review as it stands at first: groups, a rubric, three steps, one workflow. The office changes it in the admin."""

from collections.abc import Callable
from typing import Any

SUPERVISORS = "ศึกษานิเทศก์"
COMMITTEE = "คณะกรรมการประเมินผลงาน"
WORKFLOW = "การพิจารณาผลงาน"
RUBRIC = "เกณฑ์การประเมินผลงานของสำนักงานเขตพื้นที่การศึกษา"
INTRODUCTION = (
    "พิจารณาจากเนื้อหาและหลักฐานที่ส่งมาเท่านั้น ให้คะแนนทีละตัวชี้วัดโดยเลือกข้อความที่ตรงกับผลงานมากที่สุด "
    "และเขียนความเห็นที่เจ้าของผลงานนำไปปรับปรุงต่อได้"
)
CRITERIA = (
    ("ความสำคัญและที่มา", "ปัญหามีหลักฐาน และตรงกับบริบทของโรงเรียน", 20,
     "มีข้อมูลรายบุคคลและวิเคราะห์สาเหตุ", "มีข้อมูลระดับชั้นเรียน",
     "อธิบายปัญหาแต่ไม่มีข้อมูล", "ไม่ชัดเจนว่าแก้ปัญหาใด"),
    ("กระบวนการพัฒนา", "เป็นขั้นตอน ทำซ้ำได้ ครูคนอื่นนำไปใช้ได้", 30,
     "ครบวงจร มีการปรับปรุงจากผลจริง", "ครบวงจร แต่ยังไม่ปรับปรุงจากผล",
     "มีขั้นตอนบางส่วน", "เล่ากิจกรรม ไม่เห็นกระบวนการ"),
    ("ผลที่เกิดกับผู้เรียน", "มีตัวเลขก่อนและหลัง และหลักฐานที่ตรวจสอบได้", 35,
     "บรรลุเป้าหมาย มีหลักฐานหลายแหล่ง", "บรรลุเป้าหมาย มีหลักฐานแหล่งเดียว",
     "ดีขึ้น แต่ยังไม่ถึงเป้าหมาย", "ไม่มีหลักฐาน"),
    ("การเผยแพร่และการยอมรับ", "มีผู้นำไปใช้หรือได้รับการยอมรับนอกโรงเรียน", 15,
     "ระดับเขตพื้นที่ขึ้นไป", "ระดับศูนย์เครือข่าย", "ภายในโรงเรียน", "ยังไม่เผยแพร่"),
)  # fmt: skip
LEVELS = (("ระดับดีเยี่ยม", 90), ("ระดับดีมาก", 80), ("ระดับดี", 70), ("ระดับชมเชย", 60))

Models = Callable[[str, str], Any]


def build(model: Models) -> Any:
    """Make what is missing and give the workflow. `model("app", "Name")` finds the models, today's or a migration's."""
    group = model("auth", "Group")._default_manager
    supervisors, committee = (group.get_or_create(name=name)[0] for name in (SUPERVISORS, COMMITTEE))
    rubric = _rubric(model)
    levels = model("innovations", "RecognitionLevel")._default_manager
    if not levels.exists():
        for name, percent in LEVELS:
            levels.create(name=name, least_percent=percent)
    steps = (
        _step(model, "CompletenessTask", "ตรวจความครบถ้วน", supervisors, days=7),
        _step(model, "SupervisorTask", "พิจารณาโดยศึกษานิเทศก์ผู้รับผิดชอบ", supervisors, days=14),
        _step(model, "CommitteeTask", "คณะกรรมการให้คะแนน", committee, days=14, rubric=rubric),
    )
    workflow = model("wagtailcore", "Workflow")._default_manager.create(name=WORKFLOW)
    for order, step in enumerate(steps):
        model("wagtailcore", "WorkflowTask")._default_manager.create(
            workflow_id=workflow.pk, task_id=step.pk, sort_order=order
        )
    return workflow


def _rubric(model: Models) -> Any:
    rubric, is_new = model("innovations", "Rubric")._default_manager.get_or_create(
        name=RUBRIC, defaults={"introduction": INTRODUCTION}
    )
    criteria = model("innovations", "Criterion")._default_manager
    for order, (name, hint, weight, *levels) in enumerate(CRITERIA if is_new else ()):
        described = {f"level_{4 - place}": text for place, text in enumerate(levels)}
        criteria.create(rubric_id=rubric.pk, sort_order=order, name=name, hint=hint, weight=weight, **described)
    return rubric


def _step(model: Models, kind: str, name: str, group: Any, **fields: Any) -> Any:
    content_type, _created = model("contenttypes", "ContentType")._default_manager.get_or_create(
        app_label="innovations", model=kind.lower()
    )
    step = model("innovations", kind)._default_manager.create(name=name, content_type_id=content_type.pk, **fields)
    step.groups.add(group)
    return step
