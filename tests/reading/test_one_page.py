"""A manual on one page: everything a visitor may read, once, in order; nothing else; in a fixed number of queries."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from manuals.one_page import as_part
from tests.factories import make_process
from tests.manuals.making import make_chapter, make_full_process, paragraph


def one_page(client, manual):
    response = client.get(f"{manual.url}one-page/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_chapters_and_processes_stand_in_the_order_of_the_manual_with_links_from_the_contents(client, manual):
    pages = [
        make_chapter(manual, "บทนำ", body=paragraph("ความเป็นมา")),
        make_full_process(manual, title="งานนิเทศ"),
        make_full_process(manual, title="งานวัดผล"),
    ]
    soup = one_page(client, manual)
    assert [article["id"] for article in soup.select("article.leaf")] == [f"page-{page.pk}" for page in pages]
    assert [link["href"] for link in soup.select(".contents li a")] == [f"#page-{page.pk}" for page in pages]
    assert [one.text for one in soup.select(".contents li a > span:first-child")] == ["1", "1.1", "1.2"]
    assert "ความเป็นมา" in soup.select_one(f"#page-{pages[0].pk}").text


def test_no_id_stands_twice_and_every_link_inside_the_page_arrives(client, manual):
    for title in ("งานนิเทศ", "งานวัดผล"):
        make_full_process(manual, title=title)
    soup = one_page(client, manual)
    ids = [element["id"] for element in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    named = [link["href"][1:] for link in soup.select('a[href^="#"]')]
    for attribute in ("aria-labelledby", "aria-details", "popovertarget"):
        named += [name for element in soup.select(f"main [{attribute}]") for name in element[attribute].split()]
    named += re.findall(r"url\(#([^)]+)\)", str(soup))
    assert set(named) <= set(ids)
    assert len(named) > 40


def test_headings_go_down_by_one_level_at_a_time(client, manual):
    make_chapter(manual, "บทนำ", body=[{"type": "heading", "value": "ที่มา"}, *paragraph("ก")])
    make_full_process(manual)
    levels = [int(heading.name[1]) for heading in one_page(client, manual).select("main :is(h1, h2, h3, h4, h5, h6)")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_what_a_visitor_may_not_read_is_not_there_and_not_counted(client, manual):
    make_process(manual, title="งานเปิดเผย")
    make_process(manual, title="งานฉบับร่าง", live=False)
    private = make_process(manual, title="งานลับ")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    make_process(manual, title="งานถอนแล้ว", withdrawn_at=timezone.now())
    make_process(manual, title="งานหมดอายุ", expire_at=timezone.now() - timedelta(hours=1))
    soup = one_page(client, manual)
    assert [title.text.strip() for title in soup.select("article.leaf h2")][0].startswith("งานเปิดเผย")
    assert len(soup.select("article.leaf")) == 1
    for hidden in ("งานฉบับร่าง", "งานลับ", "งานถอนแล้ว", "งานหมดอายุ"):
        assert hidden not in soup.text


def gone(manual, **fields):
    for name, value in fields.items():
        setattr(manual, name, value)
    manual.save()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"live": False}, 404),
        ({"expire_at": timezone.now() - timedelta(hours=1)}, 404),
        ({"withdrawn_at": timezone.now()}, 410),
    ],
)
def test_a_manual_that_is_gone_is_gone_as_one_page_too(client, manual, fields, status):
    make_process(manual, title="งานที่มองไม่เห็น")
    gone(manual, **fields)
    response = client.get(f"{manual.url}one-page/")
    assert response.status_code == status
    assert "งานที่มองไม่เห็น" not in response.content.decode()


def test_a_private_manual_asks_for_the_way_in(client, manual):
    PageViewRestriction.objects.create(page=manual, restriction_type=PageViewRestriction.LOGIN)
    response = client.get(f"{manual.url}one-page/")
    assert response.status_code == 302
    assert "login" in response.url


def test_a_longer_manual_asks_the_database_no_more(client, manual):
    def asked():
        client.cookies["sessionid"] = "x"  # never a page that was kept
        with CaptureQueriesContext(connection) as queries:
            one_page(client, manual)
        return len(queries)

    make_chapter(manual, "บทที่หนึ่ง", body=paragraph("ข้อความ"))
    make_full_process(manual, title="งานที่หนึ่ง")
    asked()  # sizes of files are found out once, and kept
    few = asked()
    make_chapter(manual, "บทที่สอง", body=paragraph("ข้อความ"))
    for title in ("งานที่สอง", "งานที่สาม"):
        make_full_process(manual, title=title)
    asked()
    assert asked() <= few


def test_a_manual_with_nothing_in_it_says_so(client, manual):
    assert one_page(client, manual).select_one(".whole p").text.strip() != ""


def test_only_tags_are_rewritten():
    html = '<h2 id="a">id="a" href="#a"</h2><a title="x > y" href="#a">1</a><path marker-end="url(#a-on)"/>'
    assert as_part(html, "page-7") == (
        '<h3 id="page-7-a">id="a" href="#a"</h3><a title="x > y" href="#page-7-a">1</a>'
        '<path marker-end="url(#page-7-a-on)"/>'
    )
