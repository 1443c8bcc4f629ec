"""How long a manual of 300 work processes takes from text to published pages, in a database of its own."""

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
PROCESSES = int(os.environ.get("PROCESSES", "300"))
LONGEST = 60  # seconds, for 300 processes

SUBJECTS = ("การวัดผล", "หลักสูตร", "สื่อการสอน", "ห้องสมุด", "การอ่าน", "คณิตศาสตร์", "ปฐมวัย", "ดิจิทัล", "อาชีพ", "สุขภาพ")
PURPOSES = ("ส่งเสริม", "พัฒนา", "ติดตาม", "ประเมิน", "นิเทศ", "วิจัย", "เผยแพร่", "คัดเลือก", "รายงาน", "วางแผน")


def manual_text(processes: int) -> str:
    """A manual with 8 steps, 3 definitions, 4 forms and 3 laws in each process."""
    return "\n\n".join(["คู่มือการปฏิบัติงานสำหรับวัดความเร็ว", *(process_text(number) for number in range(1, processes + 1))])


def process_text(number: int) -> str:
    """One process, unlike the others in its title, definitions and forms."""
    subject, purpose = SUBJECTS[number % 10], PURPOSES[number // 10 % 10]
    name = f"งาน{purpose}{subject}ของสถานศึกษาชุดที่ {number}"
    parts = {
        "ชื่องาน": [name],
        "วัตถุประสงค์": [f"1. เพื่อ{purpose}{subject}ในสถานศึกษา", "2. เพื่อรายงานผลต่อสำนักงานเขตพื้นที่การศึกษา"],
        "ขอบเขตของงาน": [f"ครอบคลุมการ{purpose}{subject}ตั้งแต่การวางแผนจนถึงการรายงานผล"],
        "คำจำกัดความ": [f"{subject}ขั้น{step}ชุดที่ {number} หมายถึง การ{purpose}ที่กำหนดไว้ในแผน" for step in "กขค"],
        "ขั้นตอนการปฏิบัติงาน": [f"{step}. {purpose}{subject}ตามแผนงานขั้นที่ {step} ของชุดที่ {number}" for step in range(1, 9)],
        "Flow Chart การปฏิบัติงาน": ["ตามขั้นตอนข้างต้น"],
        "ผลสำเร็จที่คาดหวัง": [f"สถานศึกษามี{subject}ที่ได้รับการ{purpose}"],
        "แบบฟอร์มที่ใช้": [f"{form}. แบบบันทึกการ{purpose}{subject}แบบที่ {form} ชุดที่ {number}" for form in range(1, 5)],
        "กฎหมาย ระเบียบและเอกสารที่เกี่ยวข้อง": [
            "1. พระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. 2542",
            f"2. ระเบียบว่าด้วย{subject} พ.ศ. 25{50 + number % 10}",
            f"3. คู่มือการ{purpose}{subject}",
        ],
    }
    lines = [f"{place}. {heading}\n" + "\n".join(rows) for place, (heading, rows) in enumerate(parts.items(), start=1)]
    return "\n\n".join([name, *lines])


def main() -> int:
    """Import, and fail when it takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(PORTAL_DATA_DIR=folder, DJANGO_SETTINGS_MODULE="portal.settings.development")
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        file = Path(folder) / "manual.txt"
        file.write_text(manual_text(PROCESSES), encoding="utf-8")
        return measure(file)


def measure(file: Path) -> int:
    """Read, understand and save, each with its time; then once more, when nothing has changed."""
    from manuals.importer.reading import read_manual
    from manuals.importer.understanding import understand
    from manuals.index_page import index_to_import_below
    from manuals.models import WorkProcessPage
    from manuals.writer import save_manual

    started = perf_counter()
    plan = understand(read_manual(file, file.name), file.stem)
    understood = perf_counter()
    index = index_to_import_below(publish=True)
    save_manual(plan.manual, index, publish=True)
    saved = perf_counter()
    save_manual(plan.manual, index, publish=True)
    again = perf_counter()
    pages = WorkProcessPage.objects.live().count()
    sys.stdout.write(
        f"{pages} processes, {len(plan.paragraphs)} paragraphs: understood in {understood - started:.1f} s, "
        f"saved and published in {saved - understood:.1f} s, imported again in {again - saved:.1f} s\n"
    )
    return int(saved - started > LONGEST)


if __name__ == "__main__":
    sys.exit(main())
