"""What the importer reports as damage."""

from manuals.importer.reading_text import split_lines
from manuals.importer.understanding import understand
from tests.manuals.importer.changed_manuals import manual_text, plan_of

OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น"


def test_a_misspelt_office_name_is_reported_and_left_as_it_is():
    text = manual_text().replace(f"คณะครูของ{OFFICE}", f"คณะครูของ{OFFICE.replace('ขอนแก่น', 'ขอมแก่น')}")
    finding = plan_of(text).findings[0]
    assert "ขอมแก่น" in finding.text
    assert "ขอนแก่น" in finding.problem
    assert finding.repaired == ""
    assert "ขอมแก่น" in plan_of(text).manual.preface[1].text


def test_broken_sara_am_is_repaired_everywhere_and_reported():
    plan = plan_of(manual_text().replace("กรณีแผนครบ", "กรณีคําแผนครบ"))
    finding = plan.findings[0]
    assert "คำแผน" in plan.manual.children[2].step_lists[0].steps[1].branches[1].label
    assert finding.repaired
    assert finding.line == 88


def test_letters_of_another_script_are_reported_with_their_context():
    plan = plan_of(manual_text().replace("ศึกษานิเทศก์ชำนาญการ\n", "ศึกษานิเทศก์ชำনাญการ\n"))
    assert [finding.text for finding in plan.findings] == ["না"]
    assert "ศึกษานิเทศก์" in plan.findings[0].context


def test_a_definition_that_begins_in_the_paragraph_before_is_reported():
    text = manual_text().replace(
        "คลังข้อสอบ หมายถึง แฟ้มข้อสอบที่ผ่านการตรวจแล้วของเขตพื้นที่",
        "ผู้สอบ หมายถึง ผู้เรียนในสำนักงานเขตพื้นที่\n\n" + "การศึกษาคลังข้อสอบ หมายถึง แฟ้มข้อสอบ",
    )
    assert any("การศึกษาคลังข้อสอบ" in finding.text for finding in plan_of(text).findings)


def test_an_office_that_is_named_once_has_nothing_to_differ_from():
    paragraphs = split_lines("คู่มือ\n\nสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตาก เขต 1\n\nบทนำ\n\nข้อความ")
    assert understand(paragraphs, "x").findings == ()
