"""A year in numbers: the right days, only what everybody may read, made to be printed."""

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from portal.counting.models import ClassUse, PageDay
from portal.statistics.periods import ACADEMIC, FISCAL, Period, period_of, read_period
from portal.statistics.yearly import year_report
from tests import factories

YEAR = "/admin/reports/year/"


@pytest.mark.parametrize(
    ("day", "academic", "fiscal"),
    [
        (date(2025, 10, 1), 2568, 2569),
        (date(2026, 9, 30), 2569, 2569),
        (date(2026, 5, 15), 2568, 2569),
        (date(2026, 5, 16), 2569, 2569),
        (date(2026, 11, 22), 2569, 2570),
    ],
)
def test_the_fiscal_year_begins_on_the_first_of_october_the_academic_year_on_the_sixteenth_of_may(
    day, academic, fiscal
):
    assert period_of(day, ACADEMIC).year == academic and period_of(day, FISCAL).year == fiscal
    for kind in (ACADEMIC, FISCAL):
        period = period_of(day, kind)
        assert period.start <= day < period.end and period.last_day.toordinal() + 1 == period.end.toordinal()


def test_what_was_asked_for_is_read_or_is_the_year_of_today():
    today = date(2026, 11, 22)
    assert read_period("fiscal", "2568", today) == Period(FISCAL, 2568)
    for year in ("", "x", "99999", "๒๕๖๙", "2026"):
        assert read_period("<script>", year, today) == Period(ACADEMIC, 2569)


def published(page, *day):
    Page.objects.filter(pk=page.pk).update(first_published_at=datetime(*day, tzinfo=UTC))
    return page


@pytest.fixture
def year(make_work):
    """Fiscal year 2569: two works can be read, one is private; one came on the day before."""
    school = factories.make_school()
    factories.make_network("ผาเมฆ")
    first = published(make_work("ก", "ma", "ดอกคูน", school, levels=["p1"]), 2025, 10, 1)
    published(make_work("ข", "ma th", school=school), 2026, 9, 30, 12)
    published(make_work("เก่า"), 2025, 9, 30, 12)
    secret = published(make_work("ลับ", school=school), 2026, 1, 1)
    factories.make_private(secret)
    for page, views in ((first, 7), (secret, 100)):
        PageDay.objects.create(page=page, day=date(2026, 1, 5), views=views, downloads=2)
        PageDay.objects.create(page=page, day=date(2025, 9, 30), views=views)
        ClassUse.objects.create(
            page=page, level="p1", school_name="x", result="y", state=ClassUse.State.APPROVED,
            created_at=datetime(2026, 2, 1, tzinfo=UTC),
        )  # fmt: skip
    return first


def test_numbers_are_of_the_year_and_of_what_everybody_may_read(year):
    report = year_report(Period(FISCAL, 2569))
    assert [number for _label, number in report.figures] == [2, 1, 7, 2, 1]
    tables = [{bar.label: bar.total for bar in table.bars} for table in report.tables]
    assert any(table.get("คณิตศาสตร์") == 2 and table.get("ภาษาไทย") == 1 for table in tables)
    assert any(table.get("ห้วยคราม") == 2 and table.get("ดอกคูน") == 1 and table.get("ผาเมฆ") == 0 for table in tables)
    assert all("ลับ" not in table for table in tables)
    assert [number for _label, number in year_report(Period(FISCAL, 2568)).figures][0] == 1


def test_the_page_can_be_printed_and_says_it_in_sentences(admin_client, year):
    page = BeautifulSoup(admin_client.get(f"{YEAR}?kind=fiscal&year=2569").content, "html.parser")
    assert "2569" in page.h1.get_text() and "30 กันยายน 2569" in page.select_one(".lead").get_text()
    assert "2" in page.select_one(".year-sentences li").get_text()
    assert page.select_one("[data-print][hidden]") and not page.select("main [style]")
    assert page.select("meta[name=robots][content=noindex]")


def test_a_larger_year_takes_no_more_queries(admin_client, year, make_work):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(f"{YEAR}?kind=fiscal&year=2569")
        return len(captured)

    queries()
    before = queries()
    for number in range(8):
        published(make_work(f"เรื่อง {number}", "sc", f"เครือข่าย {number}"), 2026, 3, 1)
    assert queries() == before


def test_it_is_for_editors(client, db):
    client.force_login(get_user_model().objects.create_user("someone", password="a-long-password"))
    assert client.get(YEAR).status_code == 302
