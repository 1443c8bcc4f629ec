"""What visitors read of a work process: parts, numbers, headings, links, the chart and the list that says the same."""

import re

from manuals.models import PartHeading, ProcessDefinition
from manuals.numbering import read_target, step_numbers
from manuals.outline import END
from portal.content.models import OfficeSettings
from tests.factories import make_form, make_term
from tests.manuals.making import (
    looping_steps,
    make_full_process,
    make_process_with,
    numbered,
    paragraph,
    placed,
    step,
)


def read(client, page, language="en"):
    """The HTML of a page."""
    client.cookies["django_language"] = language
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()


def text_of(html):
    """The words of some HTML."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).strip()


def numbers_and_headings(page):
    """What the contents of the process say."""
    return [(part.number, part.key.value) for part in page.parts]


def test_the_nine_parts_stand_in_the_order_of_the_manual(client, manual):
    page = make_full_process(manual)
    assert [part.number for part in page.parts] == [str(number) for number in range(1, 10)]
    html = read(client, page)
    places = [html.index(f'id="{part.anchor}"') for part in page.parts]
    assert places == sorted(places)


def test_an_empty_part_is_left_out_and_the_numbering_stays_right(client, manual):
    page = make_process_with(
        manual, *looping_steps(), objectives=numbered("เพื่อหนึ่ง", "เพื่อสอง"), results=paragraph("สำเร็จ")
    )
    assert numbers_and_headings(page) == [("1", "objectives"), ("2", "steps"), ("3", "flow_chart"), ("4", "results")]
    html = read(client, page)
    assert "part-forms" not in html
    assert '<span class="no">1.1</span>' in html


def test_a_process_with_nothing_in_it_is_a_page_all_the_same(client, manual):
    page = make_process_with(manual)
    assert page.parts == []
    assert page.title in text_of(read(client, page))


def test_a_part_that_holds_only_the_text_before_its_rows_is_shown(client, manual):
    page = make_process_with(manual, forms_intro=paragraph("ไม่ใช้แบบฟอร์ม"), flow_chart_intro=paragraph("ตามภาคผนวก"))
    assert numbers_and_headings(page) == [("1", "flow_chart"), ("2", "forms")]
    words = text_of(read(client, page))
    assert "ไม่ใช้แบบฟอร์ม" in words
    assert "ตามภาคผนวก" in words


def test_the_office_s_own_heading_wins(client, manual):
    page = make_full_process(manual, part_headings=[PartHeading(part="laws", heading="เอกสาร/หลักฐานอ้างอิง")])
    assert page.parts[-1].heading == "เอกสาร/หลักฐานอ้างอิง"
    assert "เอกสาร/หลักฐานอ้างอิง" in text_of(read(client, page))


def test_items_go_on_counting_through_the_lists_of_a_part(client, manual):
    page = make_process_with(manual, objectives=[*numbered("ก", "ข"), *paragraph("และ"), *numbered("ค")], name="ชื่องาน")
    html = read(client, page)
    for number in ("2.1", "2.2", "2.3"):
        assert html.count(f'<span class="no">{number}</span>') == 1


def test_the_office_may_number_in_thai_digits(client, manual):
    page = make_full_process(manual)
    settings = OfficeSettings.for_site(page.get_site())
    settings.has_thai_digits = True
    settings.save()
    html = read(client, page)
    assert '<span class="no">๒.๑</span>' in html
    assert '<span class="no"><span>๔</span></span>' in html
    assert 'class="num" ' in html
    assert re.search(r'class="num"[^>]*>๔<', html)
    assert 'id="step-4"' in html
    assert 'href="#step-4">๔</a>' in html


def test_every_heading_step_and_term_has_a_permanent_link(client, manual):
    page = make_full_process(manual)
    html = read(client, page)
    for anchor in ("part-name", "part-flow-chart", "part-laws", "step-1", "step-4", "definition-kham-thi-1"):
        assert html.count(f'id="{anchor}"') == 1
    assert html.count('class="anchor"') == 9
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_the_steps_say_in_words_what_the_chart_shows(client, manual):
    form = make_form("แบบสำรวจ", code="นท. 01")
    steps = looping_steps()
    steps[0] = step("รวบรวมข้อมูล", actor="ศึกษานิเทศก์", time="15 วัน", documents=[form], detail="ภายในเดือนพฤษภาคม")
    html = read(client, make_process_with(manual, *steps))
    words = text_of(html)
    assert "go to step 4" in words
    assert 'href="#step-1">1</a>' in html
    assert f'href="{form.get_absolute_url()}"' in html
    for said in ("15 วัน", "ศึกษานิเทศก์", "นท. 01", "ภายในเดือนพฤษภาคม"):
        assert said in words
    assert html.count('role="img"') == 1
    assert re.search(r"<desc[^>]*>[^<]*4 steps", html)


def test_a_process_with_two_lists_has_two_lists_and_a_chart_each(client, manual):
    page = make_process_with(
        manual,
        step("สำรวจ", list_title="ขั้นเตรียมการ"),
        step("วางแผน"),
        step("จัดอบรม", list_title="ขั้นดำเนินการ"),
        step("พอหรือไม่", ("พอ", "end"), ("ไม่พอ", "1.2")),
    )
    html = read(client, page)
    assert html.count('<ol class="steps"') == 2
    assert html.count('role="img"') == 2
    assert 'id="step-2-2"' in html
    assert 'href="#step-1-2">1.2</a>' in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_published_branch_that_leads_nowhere_breaks_nothing(client, manual):
    html = read(client, make_process_with(manual, step("พิจารณา", ("ผ่าน", "9"), ("ไม่ผ่าน", "2")), step("แก้ไข")))
    assert "go to step 9" in text_of(html)
    assert "<svg" in html
    assert "note-clay" not in html


def test_the_word_between_a_term_and_its_meaning_stays(client, manual):
    term = make_term("การนิเทศภายใน")
    rows = [ProcessDefinition(term="การนิเทศภายใน", link_word="คือ", meaning="การนิเทศที่โรงเรียนจัดเอง", glossary_term=term)]
    html = read(client, make_process_with(manual, definitions=placed(rows)))
    assert "คือ การนิเทศที่โรงเรียนจัดเอง" in text_of(html)
    assert f'href="{term.get_absolute_url()}"' in html


def test_a_glossary_term_is_explained_at_its_first_use(client, manual):
    make_term("ศูนย์เครือข่าย", "กลุ่มของโรงเรียน")
    html = read(client, make_process_with(manual, scope=paragraph("ประชุมที่ศูนย์เครือข่ายทุกแห่ง"), name="งานศูนย์เครือข่าย"))
    assert html.count('class="term"') == 1


def test_a_form_with_a_file_says_its_kind_and_size_and_leads_to_its_page(client, manual):
    page = make_full_process(manual)
    html = read(client, page)
    form = page.forms.first().form
    assert f'href="{form.get_absolute_url()}"' in html
    assert "TXT" in text_of(html)


def test_a_law_leads_to_its_page_and_says_whether_it_is_in_force(client, manual):
    page = make_full_process(manual)
    html = read(client, page)
    assert f'href="{page.laws.first().law.get_absolute_url()}"' in html
    assert "In force" in text_of(html)
    assert "ข้อ 5" in text_of(html)


def test_what_is_typed_is_never_markup(client, manual):
    evil = "<script>alert(1)</script>"
    page = make_process_with(manual, step(evil, actor=evil, detail=evil), name=evil, title=evil)
    assert "<script>alert" not in read(client, page)


def test_all_that_is_read_can_be_found(manual):
    form = make_form("แบบสำรวจ", code="นท. 01")
    steps = looping_steps()
    steps[0] = step("รวบรวมข้อมูล", documents=[form], actor="ศึกษานิเทศก์", time="15 วัน", detail="ภายในพฤษภาคม")
    page = make_full_process(manual, steps=steps, forms_intro=paragraph("ขอรับที่กลุ่มนิเทศ"))
    text = "\n".join(page.text_parts())
    for said in (
        page.title, page.name, "เพื่อให้มีแนวทางเดียวกัน", "ครอบคลุมสถานศึกษา", "คำที่ 1", "หมายถึง", "ความหมายที่ 1", "รวบรวมข้อมูล",
        "นท. 01", "ไม่ผ่าน", "ภายในพฤษภาคม", "15 วัน", "ได้รับการนิเทศ", "ขอรับที่กลุ่มนิเทศ", "ข้อ 5",
    ):  # fmt: skip
        assert said in text, said


def test_steps_are_numbered_anew_in_each_list():
    assert step_numbers(["", "", ""]) == ["1", "2", "3"]
    assert step_numbers(["ก", "", ""]) == ["1", "2", "3"]
    assert step_numbers(["", "", "ข", "", "ค"]) == ["1.1", "1.2", "2.1", "2.2", "3.1"]
    assert step_numbers([]) == []


def test_targets_are_understood_as_people_write_them():
    assert read_target("ข้อ ๑.๓") == "1.3"
    assert read_target("Step 7)") == "7"
    assert read_target("สิ้นสุด ") == END
    assert read_target("ขั้นตอนถัดไป") == "ขั้นตอนถัดไป"
    assert read_target("") == ""
