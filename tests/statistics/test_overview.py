"""The public overview: numbers that are those of the search, tables that open in a spreadsheet, nothing private."""

import csv
import io
import re
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.content.models import PageReach, SchoolNetwork
from tests import factories

OVERVIEW = "/overview/"


def opened(client, address=OVERVIEW):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content.decode(), "html.parser")


def linked_numbers(page):
    """Every number that is a link: (number, address of the search)."""
    links = page.select(".figures a[href^='/search/'], .data .num a, .matrix td a")
    return {(int(link.get_text()), link.get("href")) for link in links}


def total_of_search(client, address):
    """What the results page says and lists."""
    response = client.get(address)
    assert response.status_code == 200
    return response.context["results"].total


@pytest.mark.parametrize(
    "chosen", ["", "?kind=innovation", "?kind=innovation&kind=best_practice", "?academic_year=2569", "?kind=nonsense"]
)
def test_each_number_is_what_the_search_behind_it_finds(client, district, chosen):
    numbers = linked_numbers(opened(client, OVERVIEW + chosen))
    assert len(numbers) > 5
    for number, address in numbers:
        assert total_of_search(client, address) == number, address


def test_a_cell_of_the_matrix_counts_schools_networks_too_and_an_empty_one_says_so(client, district):
    page = opened(client)
    rows = {row.select("th")[0].get_text().strip(): row for row in page.select(".matrix tbody tr")}
    columns = [cell.get_text().strip() for cell in page.select(".matrix thead th")][1:]
    assert columns == ["ดอกคูน", "ผาเมฆ", "ห้วยคราม", "ทั้งหมด"]
    thai = [cell.select("a, span")[0].get_text() for cell in rows["ภาษาไทย"].select("td")]
    assert thai[0] == "1" and thai[2] == "2" and thai[3] == "2"  # the fourth work is of a school of that network
    assert rows["ภาษาไทย"].select("td")[1].select(".q0 .vh") and not rows["ภาษาไทย"].select("td")[1].select("a")


def test_pages_of_every_plugin_are_counted_and_drafts_private_withdrawn_and_expired_ones_are_not(
    client, district, make_work
):
    before = next(number for number, address in linked_numbers(opened(client)) if address == "/search/")
    make_work("ร่าง", "ma", live=False)
    factories.make_private(make_work("ส่วนตัว", "ma"))
    withdrawn = make_work("ถอนแล้ว", "ma")
    withdrawn.withdrawn_at = datetime(2026, 11, 1, tzinfo=UTC)
    withdrawn.save()
    expired = make_work("หมดอายุ", "ma")
    expired.expire_at = datetime(2026, 11, 1, tzinfo=UTC)
    expired.save()
    PageReach.objects.create(page=withdrawn, uses=40)
    PageReach.objects.create(page=make_work("อ่านได้", "ma"), uses=3)
    district.catch_up()
    page = opened(client)
    assert next(number for number, address in linked_numbers(page) if address == "/search/") == before + 1
    assert [figure.get_text() for figure in page.select(".figures dd")][-1] == "3"


def test_the_number_of_queries_does_not_grow_with_pages_and_networks(client, district, make_work):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            opened(client)
        return len(captured)

    opened(client)
    before = queries()
    for number in range(12):
        make_work(f"เรื่องที่ {number}", "ma sc", f"เครือข่าย {number}", academic_year=2560 + number)
    district.catch_up()
    assert queries() == before


def test_a_table_is_a_file_that_a_spreadsheet_opens_without_calculating(client, district):
    SchoolNetwork.objects.filter(name="ดอกคูน").update(name="=HYPERLINK(1)")
    response = client.get("/overview/school_network.csv?academic_year=2569")
    assert response.content.startswith("\ufeff".encode()) and "attachment" in response["Content-Disposition"]
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows[0]) == 2
    assert ["'=HYPERLINK(1)", "1"] in rows and ["ผาเมฆ", "0"] in rows
    matrix = list(csv.reader(io.StringIO(client.get("/overview/matrix.csv").content.decode("utf-8-sig"))))
    assert matrix[0][1:4] == ["'=HYPERLINK(1)", "ผาเมฆ", "ห้วยคราม"] and matrix[-1][-1] == "7"
    assert client.get("/overview/tag.csv").status_code == 404


def test_the_number_of_schools_opens_the_schools_that_have_something(client, district):
    factories.make_school("9902010009", "โรงเรียนที่ยังไม่มีเรื่อง", "ผาเมฆ")
    (link,) = opened(client).select(".figures a[href^='/schools/']")
    assert client.get(link["href"]).context["total"] == int(link.get_text()) == 1
    assert not opened(client, OVERVIEW + "?kind=innovation").select(".figures a[href^='/schools/']")


def test_what_is_missing_stands_as_a_list_too(client, district):
    page = opened(client)
    gaps = {
        row.select_one("dt").get_text().strip(): row.select_one("dd").get_text() for row in page.select(".gaps dl div")
    }
    cells = {row.select_one("th").get_text().strip(): row.select("td .q0") for row in page.select(".matrix tbody tr")}
    assert "ผาเมฆ" in gaps["ภาษาไทย"] and "ห้วยคราม" not in gaps["ภาษาไทย"]
    assert all(len(text.split(",")) == len(cells[area]) for area, text in gaps.items() if cells[area])


def test_hostile_choices_are_left_aside(client, district):
    page = opened(client, OVERVIEW + "?academic_year=<script>&academic_year=25691&kind='&q=x&page=9")
    assert "<script>alert" not in str(page)
    assert any(address == "/search/" for _number, address in linked_numbers(page))


def test_bars_need_no_inline_style_and_the_matrix_can_be_scrolled_with_the_keyboard(client, district):
    page = opened(client)
    assert not page.select("main [style]")
    widths = [bar.get("width") for bar in page.select(".bar rect")]
    assert "100.0%" in widths and all(re.fullmatch(r"[0-9.]+%", width) for width in widths)
    [scroll] = page.select(".scroll[tabindex='0'][role='region'][aria-label]")
    assert scroll.select(".matrix")


def test_without_an_index_the_page_says_so(client, home):
    response = client.get(OVERVIEW)
    assert response.status_code == 503 and "table" not in response.content.decode()
    assert client.get("/overview/kind.csv").status_code == 503


def test_without_pages_it_says_what_to_expect(client, home, search_index):
    assert opened(client).select("main .empty") and not opened(client).select("table")


def test_it_is_found_from_every_page(client, home):
    page = opened(client, "/")
    assert page.select(".site-foot a[href='/overview/']") and page.select(".menu a[href='/overview/']")
    assert "/overview/</loc>" in client.get("/sitemap.xml").content.decode()
