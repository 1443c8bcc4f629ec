"""Dates in the Buddhist era, written and read as Thai offices do."""

import re
from datetime import date, datetime, time
from typing import Final, Literal

from portal.thai.normalise import fold

MONTHS: Final = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
MONTHS_SHORT: Final = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)

_ERA_OFFSET: Final = 543
# No date of the Christian era that a school office writes is this late, none of the Buddhist era this early.
_FIRST_BUDDHIST_YEAR: Final = 2400

_ISO: Final = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_NUMERIC: Final = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4}|[0-9]{2})")
_IN_WORDS: Final = re.compile(
    r"(?:วันที่ ?)?(?P<day>[0-9]{1,2}) ?(?:เดือน ?)?(?P<month>[ก-๎.]{2,12}?) ?"
    r"(?P<era>พ\.ศ\.|ค\.ศ\.|พ\.ศ|ค\.ศ)? ?(?P<year>[0-9]{4}|[0-9]{2})"
)


def format_date(d: date, style: Literal["long", "short"] = "long") -> str:
    """Return `22 พฤศจิกายน 2569`, or `22 พ.ย. 69` where room is tight."""
    year = to_be(d.year)
    if style == "short":
        return f"{d.day} {MONTHS_SHORT[d.month - 1]} {year % 100:02}"
    return f"{d.day} {MONTHS[d.month - 1]} {year}"


def format_time(moment: time | datetime) -> str:
    """Return the time of day as `14.05 น.`; a datetime is taken in the zone it carries."""
    return f"{moment.hour:02}.{moment.minute:02} น."


def format_datetime(moment: datetime, style: Literal["long", "short"] = "long") -> str:
    """Return date and time of day: `22 พฤศจิกายน 2569 14.05 น.`."""
    return f"{format_date(moment, style)} {format_time(moment)}"


def parse_date(text: str) -> date:
    """Read a date as people type it; raise `ValueError` when it is none or not in the calendar.

    Understood: `22/11/2569`, `22 พ.ย. 2569`, `22 พ.ย. 69`, `22 พฤศจิกายน พ.ศ. 2569`, `2026-11-22`, Thai digits. A year
    of four digits from 2400 on is Buddhist, an earlier one Christian; one of two digits is Buddhist.
    """
    folded = fold(text)
    match = _ISO.fullmatch(folded) or _NUMERIC.fullmatch(folded) or _IN_WORDS.fullmatch(folded)
    month = _month_number(match["month"]) if match else 0
    if not match or not month:
        raise ValueError(f"“{text[:100]}” is not a date; write it like 22 พฤศจิกายน 2569 or 22/11/2569")
    year = _christian_year(match["year"], match.groupdict().get("era"))
    try:
        return date(year, month, int(match["day"]))
    except ValueError as error:
        raise ValueError(f"“{text[:100]}” is not in the calendar") from error


def to_be(year: int) -> int:
    """Return the Buddhist year of a Christian one."""
    return year + _ERA_OFFSET


def to_ce(year: int) -> int:
    """Return the Christian year of a Buddhist one."""
    return year - _ERA_OFFSET


def _month_number(written: str) -> int:
    """Return 1 to 12, or 0 when no month is meant; short names may lack their full stops."""
    if written.isdecimal():
        return int(written)
    plain = written.replace(".", "")
    for names in (MONTHS, MONTHS_SHORT):
        for number, name in enumerate(names, start=1):
            if name.replace(".", "") == plain:
                return number
    return 0


def _christian_year(written: str, era: str | None) -> int:
    year = int(written)
    if len(written) == 2:
        return to_ce(2500 + year)
    is_buddhist = era.startswith("พ") if era else year >= _FIRST_BUDDHIST_YEAR
    return to_ce(year) if is_buddhist else year
