"""A manual's contents: one numbering everywhere, neighbours, the lists that show manuals; and what it all costs."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from manuals.contents import contents_of, sections_of
from manuals.models import ManualChapterPage, WorkProcessPage
from manuals.sections import newest_processes
from portal.content.models import OfficeSettings, PageAttachment, WorkGroup
from tests.factories import make_document, make_form, make_manual, make_private, make_process
from tests.manuals.making import (
    looping_steps,
    make_chapter,
    make_full_process,
    make_process_with,
    paragraph,
    placed,
    step,
)
from tests.manuals.test_pages import read, text_of


def numbers(manual):
    """(number, title) of what readers find."""
    return [(entry.number, entry.page.title) for entry in contents_of(manual)]


def test_processes_are_numbered_under_the_chapter_that_they_follow(manual):
    make_chapter(manual, "บทที่หนึ่ง")
    make_chapter(manual, "บทที่สอง")
    make_process(manual, title="งาน ก")
    make_process(manual, title="งาน ข")
    make_chapter(manual, "บทที่สาม")
    make_process(manual, title="งาน ค")
    assert numbers(manual) == [
        ("1", "บทที่หนึ่ง"),
        ("2", "บทที่สอง"),
        ("2.1", "งาน ก"),
        ("2.2", "งาน ข"),
        ("3", "บทที่สาม"),
        ("3.1", "งาน ค"),
    ]


def test_processes_before_any_chapter_count_as_chapters_do(manual):
    make_process(manual, title="งาน ก")
    make_process(manual, title="งาน ข")
    make_chapter(manual, "บท")
    assert [number for number, _title in numbers(manual)] == ["1", "2", "3"]
    assert [section.chapter is None for section in sections_of(contents_of(manual))] == [True, False]


def test_drafts_and_private_pages_take_no_number(manual):
    make_process(manual, title="ร่าง", live=False)
    make_private(make_process(manual, title="ภายใน"))
    make_process(manual, title="งาน ก")
    assert numbers(manual) == [("1", "งาน ก")]


def test_the_same_number_stands_in_the_contents_on_the_page_and_at_its_neighbours(client, manual):
    make_chapter(manual, "บท")
    first = make_process(manual, title="งาน ก")
    second = make_process(manual, title="งาน ข")
    assert "1.2" in text_of(read(client, manual))
    assert "Work process 1.2" in text_of(read(client, second))
    html = read(client, first)
    assert f'<a href="{second.url}" rel="next">' in html
    assert "1.2" in text_of(html[html.index('rel="next"') :])
    assert 'rel="prev"' in html


def test_the_first_and_the_last_page_have_one_neighbour(client, manual):
    first, last = make_chapter(manual, "ต้น"), make_process(manual, title="ปลาย")
    assert 'rel="prev"' not in read(client, first)
    assert 'rel="next"' not in read(client, last)


def test_the_contents_count_the_steps_and_name_the_work_groups(client, manual):
    make_process_with(manual, *looping_steps(), work_group=WorkGroup.objects.get(number=4))
    words = text_of(read(client, manual))
    assert "4 steps" in words
    assert WorkGroup.objects.get(number=4).name in words


def test_the_contents_follow_the_digits_of_the_office(client, manual):
    make_chapter(manual, "บท")
    make_process(manual)
    OfficeSettings.objects.update_or_create(site=manual.get_site(), defaults={"has_thai_digits": True})
    assert '<span class="no">๑.๑</span>' in read(client, manual)


def test_a_manual_shows_its_facts_in_the_buddhist_era(client, manual_index):
    manual = make_manual(
        manual_index,
        office="สพป.ธารคราม เขต 2",
        owner_position="ศึกษานิเทศก์ชำนาญการ",
        owner_group="กลุ่มนิเทศฯ",
        fiscal_year=2570,
        edition="3",
        effective_date="2026-10-01",
        preface=paragraph("คู่มือเล่มนี้จัดทำขึ้น"),
        cover_text="บรรทัดหนึ่ง\nบรรทัดสอง",
    )
    words = text_of(read(client, manual, "th"))
    for fact in ("ศึกษานิเทศก์ชำนาญการ", "กลุ่มนิเทศฯ", "2570", "1 ตุลาคม 2569", "คู่มือเล่มนี้จัดทำขึ้น", "บรรทัดสอง"):
        assert fact in words
    text = "\n".join(manual.text_parts())
    for fact in ("ศึกษานิเทศก์ชำนาญการ", "คู่มือเล่มนี้จัดทำขึ้น", "บรรทัดสอง"):
        assert fact in text


def test_a_chapter_shows_its_text_headings_diagram_and_processes(client, manual):
    body = [
        {"type": "heading", "value": "บทบาทหน้าที่"},
        *paragraph("ข้อความในบท"),
        {"type": "tasks", "value": {"title": "กลุ่มงานวัดผล", "tasks": ["งานส่งเสริม", "งานทดสอบ"]}},
        {"type": "heading", "value": "บทบาทหน้าที่"},
        {"type": "tasks", "value": {"title": "กลุ่มงานวัดผล", "tasks": ["งานส่งเสริม"]}},
    ]
    chapter = make_chapter(manual, "บท", body=body)
    process = make_process(manual, title="งานที่ตามมา")
    html = read(client, chapter)
    assert html.count('role="img"') == 2
    assert 'href="#botbat-nathi"' in html and 'id="botbat-nathi"' in html
    assert 'href="#botbat-nathi-2"' in html and 'id="botbat-nathi-2"' in html
    assert process.url in html
    text = "\n".join(ManualChapterPage.objects.get().text_parts())
    for said in ("บทบาทหน้าที่", "ข้อความในบท", "กลุ่มงานวัดผล", "งานทดสอบ"):
        assert said in text


def test_tasks_are_listed_beside_their_diagram_under_the_same_numbers(client, manual):
    body = [
        {"type": "tasks", "value": {"title": "กลุ่มงานวัดผล", "tasks": ["งานส่งเสริม", "งานทดสอบ"]}},
        *paragraph("ข้อความคั่น"),
        {"type": "heading", "value": "กลุ่มอื่น"},
        {"type": "tasks", "value": {"title": "กลุ่มงานเลขานุการ", "tasks": ["งานข้อมูล"]}},
    ]
    html = read(client, make_chapter(manual, "บท", body=body))
    lists = ["".join(text_of(one).split()) for one in re.findall(r'<ol class="numbered".*?</ol>', html, re.DOTALL)]
    drawn = ["".join(text_of(one).split()) for one in re.findall(r'<figure class="flow".*?</figure>', html, re.DOTALL)]

    assert lists == ["1.1งานส่งเสริม1.2งานทดสอบ", "2.1งานข้อมูล"]
    assert "1.2งานทดสอบ" in drawn[0] and "2กลุ่มงานเลขานุการ" in drawn[1]
    assert re.search(r"<h2[^>]*klum-ngan-watphon", html) and re.search(r"<h3[^>]*klum-ngan-lekhanukan", html)
    assert 'href="#klum-ngan-lekhanukan"' in html


def test_tasks_are_numbered_in_the_digits_of_the_office(client, manual):
    OfficeSettings.objects.update_or_create(site=Site.objects.get(), defaults={"has_thai_digits": True})
    body = [{"type": "tasks", "value": {"title": "กลุ่มงานวัดผล", "tasks": ["งานส่งเสริม"]}}]
    html = read(client, make_chapter(manual, "บท", body=body))

    assert html.count("๑.๑") >= 2


def test_the_index_lists_the_newest_manual_first(client, manual_index):
    make_manual(manual_index, title="คู่มือเก่า", fiscal_year=2565)
    make_manual(manual_index, title="คู่มือใหม่", fiscal_year=2570)
    words = text_of(read(client, manual_index))
    assert words.index("คู่มือใหม่") < words.index("คู่มือเก่า")


def test_an_empty_shelf_says_so(client, manual_index):
    assert "There is no manual here yet" in text_of(read(client, manual_index))


def test_the_home_page_shows_the_current_manual_and_its_newest_processes(client, home, manual):
    process = make_process(manual)
    html = read(client, home)
    assert f'class="book" href="{manual.url}"' in html
    assert process.url in html


def test_without_a_manual_the_home_page_has_no_section_of_manuals(rf, home):
    assert newest_processes(rf.get("/")) is None


@pytest.fixture
def counted(client):
    """`counted(page)`: how many queries a page costs once the process has warmed up."""

    def count(page):
        client.get(page.url)
        cache.delete("wagtail_site_root_paths")
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page.url).status_code == 200
        return len(queries)

    return count


def test_a_process_costs_the_same_with_three_steps_and_with_eight(manual, counted):
    small = make_full_process(manual, rows=1, steps=steps_with_forms(3))
    few = counted(small)
    large = make_full_process(manual, rows=6, steps=steps_with_forms(8), title="งานใหญ่")
    assert counted(large) == few


def steps_with_forms(count):
    """Steps that each decide and use two forms."""
    return [
        step(
            f"ขั้นที่ {place}",
            ("ผ่าน", "end"),
            ("ไม่ผ่าน", "1" if place > 1 else "2"),
            documents=[make_form(f"แบบ {count} {place} {copy}") for copy in range(2)],
        )
        for place in range(1, count + 1)
    ]


def test_the_contents_of_a_long_manual_cost_what_those_of_a_short_one_do(manual, counted):
    make_chapter(manual, "บท")
    make_process_with(manual, *looping_steps(), work_group=WorkGroup.objects.get(number=1))
    few = counted(manual)
    for place in range(30):
        make_process(manual, title=f"งานที่ {place}", work_group=WorkGroup.objects.get(number=1 + place % 6))
    assert counted(manual) == few


def test_three_hundred_processes_are_one_query(manual, django_assert_max_num_queries):
    for place in range(300):
        manual.add_child(instance=WorkProcessPage(title=f"งานที่ {place}", slug=f"ngan-{place}"))
    with django_assert_max_num_queries(3):
        assert len(contents_of(manual)) == 300


def test_the_home_section_costs_the_same_with_one_process_and_with_many(home, manual, counted):
    make_process(manual, title="งานแรก")
    few = counted(home)
    for place in range(8):
        make_process(manual, title=f"งานที่ {place}")
    assert counted(home) == few


def test_attachments_cost_the_same_however_many_there_are(manual, counted):
    one = make_process(manual, title="หนึ่ง", attachments=[PageAttachment(document=make_document())])
    few = counted(one)
    attached = placed(PageAttachment(document=make_document(f"แผน {number}")) for number in range(5))
    assert counted(make_process(manual, title="ห้า", attachments=attached)) == few
