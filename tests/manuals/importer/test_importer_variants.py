"""Manuals as other offices hand them in: several in one file, terms on soft lines, work groups named by a chapter."""

from io import BytesIO

import docx
import pytest

from manuals.importer.accounting import missing
from manuals.importer.numbering import parse_marker
from manuals.importer.paragraph import BadManual
from manuals.importer.reading import read_manual
from manuals.importer.understanding import understand
from manuals.outline import ProcessOutline
from tests.manuals.importer.changed_manuals import (
    TITLES,
    chapter,
    manual_text,
    plan_of,
    shape,
    with_headings,
    with_items,
)

GROUP = "กลุ่มงานวัดและประเมินการศึกษา"


def groups(text: str) -> list[int | None]:
    return [child.work_group for child in plan_of(text).manual.children if isinstance(child, ProcessOutline)]


def process(title: str) -> str:
    return f"{title}\n\n1. ชื่องาน\n\n{title}\n\n2. วัตถุประสงค์\n\n2.1 เพื่อให้งานเสร็จ\n"


def test_manuals_put_together_keep_their_pages_and_lose_their_contents():
    one = manual_text()
    plan = plan_of(f"{one}\n\n{one}")
    titles = [child.title for child in plan.manual.children]
    assert all(titles.count(title) == 2 for title in TITLES)
    assert titles.count("คำนำ") == 1  # the first is the manual's own
    assert len(plan.left_out) == 2 * len(plan_of(one).left_out)
    assert not [finding for finding in plan.findings if "สารบัญ" in finding.problem]
    assert missing(plan) == []


def test_definitions_on_the_lines_of_one_word_paragraph_are_several():
    document = docx.Document()
    document.add_heading("งานเยี่ยมชั้นเรียน", 1)
    document.add_heading("คำจำกัดความ", 2)
    paragraph = document.add_paragraph("ครู หมายถึง ผู้สอนในโรงเรียน")
    paragraph.add_run().add_break()
    paragraph.add_run("ที่สังกัดเขตพื้นที่")
    paragraph.add_run().add_break()
    paragraph.add_run("ผู้นิเทศ หมายถึง ผู้ที่เยี่ยมชั้นเรียน")
    document.add_heading("ขั้นตอนการปฏิบัติงาน", 2)
    document.add_paragraph("นัดหมาย")
    stream = BytesIO()
    document.save(stream)
    plan = understand(read_manual(stream, "a.docx"), "a")
    assert shape(plan)["งานเยี่ยมชั้นเรียน"]["terms"] == ["ครู", "ผู้นิเทศ"]


def test_a_chapter_that_names_a_work_group_gives_it_to_its_processes():
    text = f"ขั้นตอนและแนวปฏิบัติงาน\n\nกลุ่มงานวัดและ ประเมิน การศึกษา\n\n{process('งานหนึ่ง')}\n{process('งานสอง')}"
    assert groups(text) == [2, 2]
    assert chapter(plan_of(text), "ขั้นตอน").blocks[0].text == "กลุ่มงานวัดและ ประเมิน การศึกษา"


def test_the_title_of_a_process_tells_its_work_group_before_its_chapter_does():
    text = f"ขั้นตอนและแนวปฏิบัติงาน\n\n{GROUP}\n\n{process('งานตรวจสอบคุณภาพภายในสถานศึกษา')}"
    assert groups(text) == [5]


def test_a_chapter_about_all_work_groups_says_nothing_of_the_processes_after_it():
    text = f"บทบาทหน้าที่\n\n{GROUP}\n\nกลุ่มงานส่งเสริมพัฒนาระบบการประกันคุณภาพภายในสถานศึกษา\n\n{process('งานหนึ่ง')}"
    assert groups(text) == [None]
    assert groups(process("งานทดสอบ")) == [None]


@pytest.mark.parametrize("written", ["-{0}.{1} {2}", "o {2}", "o\t{2}", "-{1}) {2}"])
def test_dashes_glued_to_numbers_and_the_bullets_of_copied_word_lists_are_markers(written):
    plan = plan_of(with_items(written.format))
    assert shape(plan) == shape(plan_of(manual_text()))
    assert missing(plan) == []


def test_the_dash_of_a_negative_number_is_no_bullet():
    assert parse_marker("-5 องศาเซลเซียส") == (None, "-5 องศาเซลเซียส")


def test_lines_drawn_below_headings_are_furniture():
    plan = plan_of(with_headings(lambda number, words: f"{number}. {words}\n{'=' * 20}"))
    assert shape(plan) == shape(plan_of(manual_text()))
    assert sum(entry.text == "=" * 20 for entry in plan.left_out) > 10


def test_a_file_of_drawn_lines_only_holds_no_text():
    with pytest.raises(BadManual):
        read_manual(BytesIO(b"-----\n\n*****\n"), "a.txt")


def test_the_number_before_a_title_is_none_of_it():
    text = manual_text()
    for number, title in enumerate(TITLES, start=1):
        text = text.replace(f"\n{title}\n\n1. ", f"\n3.{number} {title}\n\n1. ")
    plan = plan_of(text)
    assert list(shape(plan)) == list(shape(plan_of(manual_text())))
    assert plan.findings == plan_of(manual_text()).findings


def test_a_title_of_steps_broken_over_two_paragraphs_is_one():
    lists = "".join(
        f"{number}) งานของส่วนราชการ{where}\n\nสำนักงานเขตพื้นที่\n\n{number}.1 รับเรื่อง\n\n{number}.2 เสนอ\n\n"
        for number, where in enumerate(("ใน", "นอก"), start=1)
    )
    text = f"{process('งานหนึ่ง')}\n5. ขั้นตอนการปฏิบัติงาน\n\n{lists}6. Flow Chart\n"
    step_lists = plan_of(text).manual.children[0].step_lists
    assert [step_list.title for step_list in step_lists] == [
        "งานของส่วนราชการใน สำนักงานเขตพื้นที่",
        "งานของส่วนราชการนอก สำนักงานเขตพื้นที่",
    ]
    assert [len(step_list.steps) for step_list in step_lists] == [2, 2]
