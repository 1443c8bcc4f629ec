"""The cover and title page: its lines, and what they say of office, owner, year and edition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from manuals.importer.headings import key
from manuals.importer.lines import Line
from portal.thai.dates import parse_date
from portal.thai.digits import to_arabic

_TITLE: Final = re.compile(r"คู่มือ")
_OFFICE: Final = re.compile(r"(สำนักงานเขตพื้นที่การศึกษา|สพป\.|สพม\.)")
_POSITION: Final = re.compile(
    r"(ตำแหน่ง\s*)?(?P<value>(ศึกษานิเทศก์|ผู้อำนวยการ|นักวิชาการ|เจ้าพนักงาน|นักจัดการ|เจ้าหน้าที่)\S*(\s\S+)?)$"
)
_GROUP: Final = re.compile(r"กลุ่ม(งาน)?\S")
_YEAR: Final = re.compile(r"ปีงบประมาณ\s*(?:พ\.ศ\.|พุทธศักราช)?\s*(?P<year>[0-9๐-๙]{4})")
_EDITION: Final = re.compile(r"(?:ฉบับปรับปรุงครั้งที่|ปรับปรุงครั้งที่|แก้ไขครั้งที่|ฉบับที่)\s*(?P<value>[0-9๐-๙]+(?:/[0-9๐-๙]+)?)")
_EFFECTIVE: Final = re.compile(r"(?:มีผลใช้ตั้งแต่|มีผลบังคับใช้|วันที่มีผลใช้|ใช้ตั้งแต่)\S*\s*(?:วันที่)?\s*(?P<value>[0-9๐-๙].*)")


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says. `lines` are those that no field holds word for word."""

    title: str = ""
    office: str = ""
    owner_position: str = ""
    owner_group: str = ""
    fiscal_year: int | None = None
    edition: str = ""
    effective_date: str = ""
    lines: tuple[str, ...] = ()


def read_cover(lines: Sequence[Line], office: str) -> Cover:
    """Return the cover. `office` is the name that the document gives its office most often."""
    texts = [line.text for line in lines if line.text]
    title = next((text for text in texts if _TITLE.match(text)), texts[0] if texts else "")
    positions = [text for text in texts if text != title and _POSITION.match(text)]
    owner_position = max(positions, key=len, default="")
    owner_group = next((text for text in texts if _GROUP.match(text)), "")
    written_office = next((text for text in texts if key(text) == key(office)), "")
    whole = "\n".join(texts)
    year = _YEAR.search(whole)
    edition = _EDITION.search(whole)
    held = [title, owner_position, owner_group, written_office]
    return Cover(
        title=title,
        office=written_office or office,
        owner_position=owner_position,
        owner_group=owner_group,
        fiscal_year=int(to_arabic(year["year"])) if year else None,
        edition=to_arabic(edition["value"]) if edition else "",
        effective_date=_effective_date(whole),
        lines=tuple(_without(texts, held)),
    )


def _without(texts: Sequence[str], held: list[str]) -> list[str]:
    """Return `texts` without the first of each line that a field holds."""
    waiting = [text for text in held if text]
    rest = []
    for text in texts:
        if text in waiting:
            waiting.remove(text)
        else:
            rest.append(text)
    return rest


def _effective_date(text: str) -> str:
    found = _EFFECTIVE.search(text)
    if not found:
        return ""
    try:
        return parse_date(found["value"].strip()).isoformat()
    except ValueError:
        return ""  # the line itself stays on the cover
