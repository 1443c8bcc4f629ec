"""Dates are written in the Buddhist era and read however people type them."""

from datetime import date, datetime, time

import pytest

from portal.thai.dates import MONTHS, format_date, format_datetime, format_time, parse_date, to_be, to_ce

DAY = date(2026, 11, 22)


def test_dates_and_times_are_written_as_offices_do():
    assert format_date(DAY) == "22 พฤศจิกายน 2569"
    assert format_date(DAY, "short") == "22 พ.ย. 69"
    assert format_date(date(1957, 2, 1), "short") == "1 ก.พ. 00"
    assert format_time(time(14, 5)) == "14.05 น."
    assert format_datetime(datetime(2026, 11, 22, 9, 0)) == "22 พฤศจิกายน 2569 09.00 น."


@pytest.mark.parametrize(
    "typed",
    [
        "22/11/2569",
        "22-11-2569",
        "22.11.2569",
        "22/11/69",
        "22/11/2026",
        "2026-11-22",
        "2569-11-22",
        "22 พ.ย. 2569",
        "22 พ.ย. 69",
        "22 พย 69",
        "22พ.ย.2569",
        "22 พฤศจิกายน 2569",
        "22 พฤศจิกายน พ.ศ. 2569",
        "๒๒ พฤศจิกายน พ.ศ. ๒๕๖๙",
        "วันที่ 22 เดือนพฤศจิกายน พ.ศ.2569",
        "22 พฤศจิกายน ค.ศ. 2026",
        "  22   พ.ย.  2569 ",
    ],
)
def test_one_day_is_understood_in_every_way_it_is_typed(typed):
    assert parse_date(typed) == DAY


@pytest.mark.parametrize(
    "typed", ["", "พรุ่งนี้", "22/11", "31 กุมภาพันธ์ 2569", "0/0/2569", "22 ม 2569", "29/2/2569", "22/11/256", "2" * 100_000]
)
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(ValueError, match="is not"):
        parse_date(typed)


def test_every_month_is_read_back_as_it_was_written():
    for month in range(1, len(MONTHS) + 1):
        day = date(2024, month, 29)
        assert parse_date(format_date(day)) == parse_date(format_date(day, "short")) == day


def test_eras_are_converted_both_ways():
    assert (to_be(2026), to_ce(2569)) == (2569, 2026)
