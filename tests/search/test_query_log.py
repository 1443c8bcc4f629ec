"""The log of questions: counts by day, nothing about people, and never in the way of a search."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from search import log, log_later
from search.models import SearchedQuery

BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def counted() -> dict[str, tuple[int, int]]:
    return {row.text: (row.asked, row.found_nothing) for row in SearchedQuery.objects.all()}


def ask(agent: str) -> None:
    log_later.note("นิเทศ", 2, RequestFactory().get("/search/", headers={"user-agent": agent}))
    log_later.write()


def asked_before(text: str, days: int, asked: int, found_nothing: int = 0) -> SearchedQuery:
    day = timezone.localdate() - timedelta(days=days)
    return SearchedQuery.objects.create(text=text, day=day, asked=asked, found_nothing=found_nothing)


def test_a_question_is_counted_once_a_day_however_it_is_typed(db):
    log.note("แผนการสอน ป.๑", 4)
    log.note("  แผนการสอน   ป.1 ", 0)
    log.note("PLC", 1)
    log.note("plc", 1)

    assert counted() == {"แผนการสอน ป.1": (2, 1), "plc": (2, 0)}


def test_another_day_is_another_row(db):
    asked_before("นิเทศ", days=1, asked=5)
    log.note("นิเทศ", 3)

    assert sorted(SearchedQuery.objects.values_list("asked", flat=True)) == [1, 5]


def test_nothing_but_question_day_and_counts_is_kept():
    kept = {field.name for field in SearchedQuery._meta.get_fields()}
    assert kept == {"id", "text", "day", "asked", "found_nothing"}
    assert SearchedQuery._meta.get_field("day").get_internal_type() == "DateField"


@pytest.mark.parametrize(
    "text",
    ["นายสมชาย ใจดี", "somchai@example.org", "0812345678", "1-2345-67890-12-3", "ก" * 101, "", "   ", "?!", "\x00"],
)
def test_what_looks_personal_or_is_no_question_is_not_kept(db, text):
    log.note(text, 2)
    assert not SearchedQuery.objects.exists()


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "facebookexternalhit/1.1",
        "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
        "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
    ],
)
def test_machines_are_not_counted(db, agent):
    ask(agent)
    assert not SearchedQuery.objects.exists()


@pytest.mark.parametrize(
    "agent",
    [
        BROWSER,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile Safari/604.1",
        "Mozilla/5.0 (Linux; Android 10; CUBOT X19) AppleWebKit/537.36 Chrome/139.0.0.0 Mobile Safari/537.36 Line/15.1",
    ],
)
def test_people_are(db, agent):
    ask(agent)
    assert counted() == {"นิเทศ": (1, 0)}


def test_a_log_that_cannot_be_written_is_reported_and_breaks_nothing(db, caplog):
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {SearchedQuery._meta.db_table}")

    log.note("นิเทศ", 2)

    assert "could not be counted" in caplog.text
    assert "นิเทศ" not in caplog.records[0].getMessage()


def test_popular_is_what_many_asked_lately_and_found(db):
    asked_before("แผนการสอน", days=2, asked=4)
    asked_before("แผนการสอน", days=20, asked=4)
    asked_before("ใบลา", days=1, asked=3)
    asked_before("ที่มีคนถามน้อย", days=1, asked=2)
    asked_before("ที่ไม่พบ", days=1, asked=9, found_nothing=9)
    asked_before("ที่เก่าแล้ว", days=31, asked=50)

    assert log.popular() == ("แผนการสอน", "ใบลา")
    assert log.popular(1) == ("แผนการสอน",)


def test_what_is_old_is_forgotten(db):
    old, kept = asked_before("เก่า", days=401, asked=9), asked_before("ใหม่", days=400, asked=1)

    assert log.forget_old() == 1
    assert list(SearchedQuery.objects.all()) == [kept] and old.text == "เก่า"
