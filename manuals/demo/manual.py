"""The demo manual as a whole: its cover, and its chapters and work processes in order."""

from __future__ import annotations

from manuals.demo import assessment, chapters, curriculum, innovation, quality, secretariat, supervision
from manuals.outline import ManualOutline
from portal.content.demo_data import OFFICE


def demo_manual() -> ManualOutline:
    """The demo district's manual, ready for `manuals.writer`."""
    return ManualOutline(
        title="คู่มือการปฏิบัติงานกลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา",
        summary=(
            "บอกว่างานแต่ละเรื่องทำเพื่ออะไร ใครทำ ทำตามลำดับใด ใช้แบบฟอร์มใด และอ้างกฎหมายข้อใด "
            "ใช้อ้างอิงร่วมกันทั้งสำนักงานและสถานศึกษาในสังกัด"
        ),
        office=OFFICE.name,
        owner_position="ศึกษานิเทศก์",
        owner_group=OFFICE.group,
        fiscal_year=2570,
        edition="3",
        effective_date="2026-10-01",
        cover_lines=("คู่มือตัวอย่าง ชื่อหน่วยงาน สถานศึกษา และสถานที่ในเล่มนี้สมมุติขึ้นทั้งหมด",),
        preface=chapters.preface(),
        children=(
            chapters.how_to_use(),
            chapters.roles(),
            chapters.calendar(),
            curriculum.early_childhood(),
            curriculum.early_reading(),
            assessment.measurement_tools(),
            assessment.national_tests(),
            innovation.best_practice_selection(),
            supervision.internal_supervision(),
            supervision.education_supervision(),
            quality.internal_quality_assurance(),
            secretariat.supervision_information(),
            secretariat.committee_monitoring(),
            chapters.revision(),
        ),
    )
