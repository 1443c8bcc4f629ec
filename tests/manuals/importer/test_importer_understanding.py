"""What the importer makes of a manual, as its author wrote it and as other offices would."""

import random

import pytest

from manuals.importer.accounting import missing
from manuals.importer.plan import Place, outline_text
from manuals.outline import END, BlockKind, Branch, Part, ProcessOutline, StepKind
from tests.manuals.importer.changed_manuals import (
    TITLES,
    chapter,
    manual_text,
    misspelt,
    plan_of,
    shape,
    shuffled,
    with_headings,
    with_items,
)

SIBLINGS = {
    "ชื่องาน (กระบวนงาน)": "ชื่อกระบวนงาน",
    "วัตถุประสงค์": "วัตถุประสงค์ของการปฏิบัติงาน",
    "ขอบเขตของงาน": "ขอบเขต",
    "คำจำกัดความ": "นิยามศัพท์เฉพาะ",
    "ขั้นตอนการปฏิบัติงาน": "ขั้นตอนและวิธีการปฏิบัติงาน",
    "Flow Chart การปฏิบัติงาน": "ผังกระบวนงาน",
    "ผลสำเร็จที่คาดหวัง": "มาตรฐานงาน",
    "แบบฟอร์มที่ใช้": "แบบฟอร์มและเอกสารที่ใช้",
    "กฎหมาย ระเบียบและเอกสารที่เกี่ยวข้อง": "เอกสาร/หลักฐานอ้างอิง",
}
FIRST_CHAPTER = "บทบาทหน้าที่กลุ่มนิเทศ ติดตามและประเมินผลการจัดการศึกษา"
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def without(text: str, first: str, last: str) -> str:
    """Return the text without what stands from the line `first` up to the line `last`."""
    lines = text.split("\n")
    start = lines.index(first)
    return "\n".join([*lines[:start], *lines[lines.index(last, start) :]])


@pytest.fixture(scope="module")
def plan():
    return plan_of(manual_text())


def test_every_part_of_a_process_is_found(plan):
    process = shape(plan)["งานเยี่ยมชั้นเรียน"]
    assert process == {
        "name": "งานเยี่ยมชั้นเรียน",
        "objectives": ["เพื่อให้ครูได้รับคำแนะนำที่ใช้ได้ในคาบถัดไป", "เพื่อรวบรวมตัวอย่างการสอนที่ดี"],
        "scope": 1,
        "terms": ["การเยี่ยมชั้นเรียน", "บันทึกหลังสอน"],
        "steps": [
            [
                "นัดหมายกับครูและผู้บริหาร",
                "ตรวจแผนการสอนว่าครบถ้วนหรือไม่",
                "เข้าชั้นเรียนและจดบันทึก",
                "สนทนากับครูหลังจบคาบ",
            ]
        ],
        "captions": ["แผนภูมิ แสดงขั้นตอนการเยี่ยมชั้นเรียน"],
        "results": ["ครูไม่น้อยกว่าร้อยละ 80 นำคำแนะนำไปใช้"],
        "forms": ["แบบนัดหมายการเยี่ยม", "แบบบันทึกการสังเกตการสอน"],
        "laws": [
            "พระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. ๒๕๔๒ และที่แก้ไขเพิ่มเติม",
            "ระเบียบว่าด้วยการเดินทางไปราชการ พ.ศ. 2550",
        ],
    }


def test_a_process_may_have_two_lists_of_steps(plan):
    lists = next(child for child in plan.manual.children if child.title == "งานทดสอบกลางปี").step_lists
    assert [(step_list.title, len(step_list.steps)) for step_list in lists] == [("ก่อนวันสอบ", 2), ("หลังวันสอบ", 3)]


def test_actor_time_and_branches_of_a_step_are_understood(plan):
    first, decision, *_rest = plan.manual.children[2].step_lists[0].steps
    assert (first.actor, first.time) == ("ศึกษานิเทศก์", "3 วันทำการ")
    assert decision.kind is StepKind.DECISION
    assert decision.branches == (Branch("กรณีแผนไม่ครบ", "1"), Branch("กรณีแผนครบ", "3"))


def test_the_word_between_a_term_and_its_meaning_is_kept(plan):
    definitions = plan.manual.children[2].definitions
    assert [definition.link_word for definition in definitions] == ["หมายถึง", "คือ"]


def test_the_work_groups_become_diagrams_of_their_tasks(plan):
    tasks = [block for block in chapter(plan, "บทบาทหน้าที่").blocks if block.kind is BlockKind.TASKS]
    assert [(block.text, len(block.items)) for block in tasks] == [
        ("กลุ่มงานวัดและประเมินผลการศึกษา", 2),
        ("กลุ่มงานส่งเสริมการอ่าน", 3),
    ]


def test_a_duty_broken_in_mid_sentence_is_whole_again_and_keeps_its_place(plan):
    duties = chapter(plan, "การดำเนินงาน").blocks[1].items
    assert [item.text for item in duties][1] == "จัดทำสรุปคะแนนของทุกโรงเรียนและส่งคืนให้โรงเรียนภายในสิบวัน"
    assert duties[2].children == ("เครือข่ายริมน้ำ", "เครือข่ายเชิงเขา")


def test_the_cover_fills_the_fields_of_the_manual(plan):
    manual = plan.manual
    assert manual.title == "คู่มือการปฏิบัติงานศึกษานิเทศก์"
    assert manual.office == "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 9"
    assert (manual.owner_position, manual.owner_group) == ("ศึกษานิเทศก์ชำนาญการ", "กลุ่มงานวัดและประเมินผลการศึกษา")
    assert (manual.fiscal_year, manual.edition) == (2570, "2")
    assert len(manual.preface) == 2


def test_the_contents_are_left_out_and_agree_with_the_pages(plan):
    assert {entry.text.split("\t")[0] for entry in plan.left_out} >= {"สารบัญ", "เรื่อง", "งานเยี่ยมชั้นเรียน"}
    assert not plan.findings


def test_contents_that_promise_a_missing_page_are_reported():
    plan = plan_of(manual_text().replace("งานทดสอบกลางปี\t9", "งานพัฒนาครูผู้ช่วย\t9"))
    assert [finding.text for finding in plan.findings] == ["งานพัฒนาครูผู้ช่วย"]


def test_the_preview_lists_pages_and_parts_with_their_paragraphs(plan):
    lines = outline_text(plan)
    assert lines[0].depth == 0
    assert [line.title for line in lines if line.depth == 1][2:4] == list(TITLES)
    steps = next(line for line in lines if line.part is Part.STEPS)
    assert (steps.paragraphs, steps.unrecognised) == (8, 0)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(manual_text().translate(THAI_DIGITS), id="thai digits"),
        pytest.param(with_headings(lambda number, words: f"{number}) {words}"), id="1)"),
        pytest.param(with_headings(lambda number, words: f"({number}) {words}"), id="(1)"),
        pytest.param(with_headings(lambda number, words: f"{number} {words}"), id="1"),
        pytest.param(with_headings(lambda number, words: f"{number}.{words}"), id="no blank"),
        pytest.param(with_headings(lambda number, words: f"{'กขคงจฉชซฌ'[number - 1]}. {words}"), id="letters"),
        pytest.param(with_headings(lambda number, words: f"ส่วนที่ {number} {words}"), id="ส่วนที่ 1"),
        pytest.param(with_headings(lambda number, words: words), id="no numbers"),
        pytest.param(with_headings(lambda number, words: f"{words} :"), id="colons"),
        pytest.param(with_headings(lambda number, words: f"{number}. {SIBLINGS[words]}"), id="sibling headings"),
        pytest.param(with_headings(lambda number, words: SIBLINGS[words]), id="sibling headings without numbers"),
        pytest.param(with_items(lambda first, second, words: f"{first}.{second}. {words}"), id="5.1."),
        pytest.param(with_items(lambda first, second, words: f"{first}.{second}{words}"), id="5.1 no blank"),
        pytest.param("\r\n".join(manual_text().split("\n")), id="windows line ends"),
        pytest.param("\n".join(line for line in manual_text().split("\n") if line.strip()), id="no blank lines"),
        pytest.param("\n\n".join(manual_text().split("\n")), id="blank lines everywhere"),
        pytest.param(without(manual_text(), "สารบัญ", FIRST_CHAPTER), id="no contents"),
        pytest.param(without(manual_text(), "คำนำ", "สารบัญ"), id="no preface"),
        pytest.param(manual_text().replace("กระบวนงาน)\n\n", "กระบวนงาน) : "), id="name behind its heading"),
    ],
)
def test_the_same_processes_are_found_however_the_manual_is_written(text, plan):
    changed = plan_of(text)
    expected = {title: {**found} for title, found in shape(plan).items()}
    assert {title: list(map(len, found["steps"])) for title, found in shape(changed).items()} == {
        title: list(map(len, found["steps"])) for title, found in expected.items()
    }
    for title in TITLES:
        for part in ("terms", "objectives", "forms", "results"):
            assert len(shape(changed)[title][part]) == len(expected[title][part])
        assert len(shape(changed)[title]["laws"]) == len(expected[title]["laws"])
    assert missing(changed) == []


@pytest.mark.parametrize("seed", range(25))
def test_parts_and_processes_in_another_order_are_found_all_the_same(seed, plan):
    changed = plan_of(shuffled(seed))
    assert shape(changed) == shape(plan)
    assert missing(changed) == []


@pytest.mark.parametrize("seed", range(25))
def test_misspelt_headings_are_understood_reported_and_kept(seed, plan):
    changed = plan_of(misspelt(seed))
    assert shape(changed) == shape(plan)
    assert missing(changed) == []
    assert any("misspelt" in finding.problem or "สะกด" in finding.problem for finding in changed.findings)


@pytest.mark.parametrize("seed", range(100))
def test_nothing_is_lost_whatever_happened_to_the_manual(seed):
    chance = random.Random(seed)
    text = chance.choice([manual_text(), shuffled(seed), misspelt(seed)])
    lines = [line for line in text.split("\n") if chance.random() > 0.1]
    if seed % 5 == 0:
        chance.shuffle(lines)
    if seed % 3 == 0:
        lines = [line.translate(THAI_DIGITS) for line in lines]
    plan = plan_of("\n".join(lines))
    plan.check()
    assert missing(plan) == []


def test_a_missing_heading_is_made_up_for_by_the_numbers_below_it(plan):
    changed = plan_of(manual_text().replace("5. ขั้นตอนการปฏิบัติงาน\n\n5.1", "5.1", 1))
    assert shape(changed)["งานเยี่ยมชั้นเรียน"]["steps"] == shape(plan)["งานเยี่ยมชั้นเรียน"]["steps"]


def test_a_part_that_is_none_of_the_nine_stays_where_it_stood_marked_for_the_editor():
    text = manual_text().replace("8. แบบฟอร์มที่ใช้", "8. ปัญหาและอุปสรรค\n\nครูมีคาบว่างน้อย\n\n9. แบบฟอร์มที่ใช้", 1)
    plan = plan_of(text.replace("9. กฎหมาย", "10. กฎหมาย", 1))
    process = plan.manual.children[2]
    assert [block.text for block in process.intros[Part.FORMS]] == ["ปัญหาและอุปสรรค", "ครูมีคาบว่างน้อย"]
    marked = [placement.text for placement in plan.placements if not placement.is_recognised]
    assert marked == ["8. ปัญหาและอุปสรรค", "ครูมีคาบว่างน้อย"]
    assert len(process.laws) == 2


def test_the_manuals_own_wording_of_a_heading_is_kept():
    plan = plan_of(with_headings(lambda number, words: f"{number}. {SIBLINGS[words]}"))
    process = next(child for child in plan.manual.children if isinstance(child, ProcessOutline))
    assert process.headings[Part.RESULTS] == "มาตรฐานงาน"
    assert process.headings[Part.LAWS] == "เอกสาร/หลักฐานอ้างอิง"


def test_a_standard_after_the_results_is_a_heading_among_them():
    plan = plan_of(manual_text().replace("8. แบบฟอร์มที่ใช้", "8. มาตรฐานงาน\n\nเสร็จใน 5 วัน\n\n9. แบบฟอร์มที่ใช้", 1))
    results = plan.manual.children[2].results
    assert [(block.kind, block.text) for block in results][1:] == [
        (BlockKind.HEADING, "มาตรฐานงาน"),
        (BlockKind.PARAGRAPH, "เสร็จใน 5 วัน"),
    ]


def test_a_branch_may_end_the_work_and_one_without_its_step_stays_text():
    text = manual_text().replace("กรณีแผนครบ ไปขั้นตอนที่ 5.3", "ไม่ประสงค์ให้เยี่ยม → สิ้นสุด\n\nส่งต่อ → 42")
    decision = plan_of(text).manual.children[2].step_lists[0].steps[1]
    assert decision.branches[-1] == Branch("ไม่ประสงค์ให้เยี่ยม", END)
    assert decision.detail == "ส่งต่อ → 42"


def test_a_text_without_headings_becomes_one_marked_chapter():
    plan = plan_of("ย่อหน้าแรกของบันทึกที่ยาวพอสมควร\n\n" + "ข้อความยาว ๆ ที่ไม่มีหัวข้อใดเลย " * 8)
    assert [block.kind for block in plan.manual.children[0].blocks] == [BlockKind.UNRECOGNISED, BlockKind.UNRECOGNISED]
    assert not any(placement.is_recognised for placement in plan.placements)
    assert missing(plan) == []


def test_page_numbers_and_running_headers_are_left_out_with_a_reason():
    pages = manual_text().replace("\n\n2. วัตถุ", "\n\n- 12 -\n\f\n2. วัตถุ", 1)
    plan = plan_of(pages)
    assert [entry.text for entry in plan.left_out if "12" in entry.text] == ["- 12 -"]
    assert all(entry.reason for entry in plan.left_out)


def test_a_heading_with_nothing_below_it_is_left_out_with_its_reason():
    plan = plan_of(manual_text().replace("ครูไม่น้อยกว่าร้อยละ 80 นำคำแนะนำไปใช้\n", ""))
    assert "7. ผลสำเร็จที่คาดหวัง" in [entry.text for entry in plan.left_out]
    assert missing(plan) == []


def test_titles_and_headings_have_places_of_their_own(plan):
    places = {placement.text: placement.part for placement in plan.placements}
    assert places["งานทดสอบกลางปี"] is Part.NAME
    assert places["6. Flow Chart การปฏิบัติงาน"] is Place.HEADING
