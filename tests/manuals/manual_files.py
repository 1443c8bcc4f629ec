"""A small manual as a text file, ways to change it, and what an import of it makes."""

from pathlib import Path

from manuals.importer.plan import ImportPlan
from manuals.importer.reading_text import split_lines
from manuals.importer.understanding import understand
from manuals.writer import SavedPage, save_manual

OFFICE_MANUAL = Path(__file__).parents[3] / "shared" / "manual" / "work-manual.txt"
FIXTURE = Path(__file__).parent / "importer" / "fixtures" / "manual.txt"
PROCESS, OTHER_PROCESS, CHAPTER = "งานเยี่ยมชั้นเรียน", "งานทดสอบกลางปี", "เอกสารอ้างอิง"
STEP, CHANGED_STEP = "เข้าชั้นเรียนและจดบันทึก", "เข้าชั้นเรียน จดบันทึก และถ่ายภาพ"


def fixture_text() -> str:
    """The manual of the importer's tests."""
    return FIXTURE.read_text(encoding="utf-8")


def plan_of(text: str) -> ImportPlan:
    """What the importer understands."""
    return understand(split_lines(text), "manual")


def outcomes(saved: list[SavedPage]) -> list[str]:
    """What was done with each page."""
    return [one.outcome.value for one in saved]


def import_text(index, text: str, **options) -> list[SavedPage]:
    """Import a text below `index`."""
    return save_manual(plan_of(text).manual, index, **options)
