"""APA as Thai universities write it: the given name first, without titles, and the year of the Buddhist era."""

from __future__ import annotations

from datetime import date
from typing import Final

from portal.content.shown import AuthorName
from portal.thai.dates import format_date, to_be

from .reference import Reference, closed, listed
from .values import Citation

NO_DATE: Final = "ม.ป.ป."
_OF_BIRTH: Final = ("ม.จ.", "ม.ร.ว.", "ม.ล.", "หม่อมเจ้า", "หม่อมราชวงศ์", "หม่อมหลวง")  # stands behind the name
_OF_MONKS: Final = ("พระ", "สามเณร", "แม่ชี")  # part of the name


def thai_apa(citation: Citation, today: date) -> Reference:
    """พิมพ์ใจ ริมคราม และ วีระ ทุ่งฝ้าย. (2569). ชื่อเรื่อง. ชื่อเว็บไซต์. ที่อยู่; `today` is said where there is no date."""
    who = closed(authors(citation))
    year = str(to_be(citation.issued.year)) if citation.issued else NO_DATE
    start = f"{who} ({year}). "
    genre = f" [{citation.details.genre}]" if citation.details.genre else ""
    looked_up = "" if citation.issued else f"สืบค้นเมื่อ {format_date(today)} จาก "
    end = f" {closed(citation.site)} {looked_up}{citation.url}"
    if citation.container:
        title = closed(citation.title)
        return Reference(f"{start}{title} ใน ", citation.container, f"{_stop(citation.container)}{end}")
    return Reference(start, citation.title, f"{genre}{_stop(genre or citation.title)}{end}")


def authors(citation: Citation) -> str:
    """The names in the order of the work; the office where no person is named."""
    if not citation.authors:
        return citation.office
    return listed([name(author) for author in citation.authors], " และ ", " และ ")


def name(author: AuthorName) -> str:
    """Given name, family name; of titles only those of birth (behind the name) and of monks (before it) are kept."""
    plain = f"{author.given} {author.family}".strip()
    prefix = author.prefix.strip()
    if prefix.startswith(_OF_BIRTH):
        return f"{plain}, {prefix}"
    return f"{prefix}{plain}" if prefix.startswith(_OF_MONKS) else plain


def _stop(text: str) -> str:
    return closed(text)[len(text) :]
