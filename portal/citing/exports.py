"""Citations for reference managers. All of them take the year of the Christian era and names in two parts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import rispy
from pybtex.database import BibliographyData, Entry, Person

from portal.content.shown import AuthorName
from portal.thai.romanise import slug

from .values import Citation

_BIBTEX: Final = {"page": "misc", "report": "techreport", "book": "book", "chapter": "incollection"}
_RIS: Final = {"page": "ELEC", "report": "RPRT", "book": "BOOK", "chapter": "CHAP"}
_CSL: Final = {"page": "webpage", "report": "report", "book": "book", "chapter": "chapter"}
_BREAKS: Final = re.compile(r"\s*[\r\n\t]+\s*")


@dataclass(frozen=True, slots=True)
class Export:
    """A format: the ending of its file, its name, its media type, and how it is written on a day."""

    ending: str
    label: str
    media_type: str
    write: Callable[[Citation, date], str]


def bibtex(citation: Citation, today: date) -> str:
    """An entry for BibTeX and BibLaTeX, in Unicode."""
    persons = [Person(first=_plain(one.given), last=_plain(one.family)) for one in citation.authors]
    office = _plain(citation.office)
    fields = {
        "title": f"{{{_plain(citation.title)}}}",
        "booktitle": _plain(citation.container),
        "year": str(citation.issued.year) if citation.issued else "",
        "institution" if citation.details.kind == "report" else "publisher": office,
        "howpublished": _plain(citation.site) if citation.details.kind == "page" else "",
        "url": citation.url,
        "urldate": today.isoformat(),
        "abstract": _plain(citation.abstract),
        "keywords": _plain(", ".join(citation.details.keywords)),
        "language": "thai",
    }
    entry = Entry(
        _BIBTEX[citation.details.kind],
        fields={name: value for name, value in fields.items() if value},
        persons={"author": persons or [Person(last=f"{{{office}}}")]},
    )
    return BibliographyData({_entry_key(citation): entry}).to_string("bibtex")


def ris(citation: Citation, today: date) -> str:
    """A record of the format that Zotero, EndNote and Mendeley read."""
    issued = citation.issued
    record: dict[str, Any] = {
        "type_of_reference": _RIS[citation.details.kind],
        "authors": [_reversed(one) for one in citation.authors] or [citation.office],
        "title": citation.title,
        "translated_title": citation.details.title_en,
        "secondary_title": citation.container,
        "year": str(issued.year) if issued else "",
        "date": f"{issued:%Y/%m/%d}/" if issued else "",
        "publisher": citation.office,
        "name_of_database": citation.site,
        "abstract": citation.abstract,
        "keywords": list(citation.details.keywords),
        "urls": [citation.url],
        "language": "th",
        "access_date": f"{today:%Y/%m/%d}/",
    }
    written = {name: _one_line(value) for name, value in record.items() if value}
    return rispy.dumps([written])


def csl_json(citation: Citation, today: date) -> str:
    """An item of the Citation Style Language, for pandoc, Zotero and other citation processors."""
    issued = citation.issued
    item = {
        "id": _entry_key(citation),
        "type": _CSL[citation.details.kind],
        "title": citation.title,
        "author": [
            {"family": one.family, "given": one.given} if one.family else {"literal": one.given}
            for one in citation.authors
        ]
        or [{"literal": citation.office}],
        "issued": {"date-parts": [[issued.year, issued.month, issued.day]]} if issued else None,
        "accessed": {"date-parts": [[today.year, today.month, today.day]]},
        "container-title": citation.container or citation.site,
        "publisher": citation.office,
        "genre": citation.details.genre,
        "abstract": citation.abstract,
        "keyword": ", ".join(citation.details.keywords),
        "URL": citation.url,
        "language": "th",
    }
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=2) + "\n"


EXPORTS: Final = (
    Export("bib", "BibTeX", "application/x-bibtex", bibtex),
    Export("ris", "RIS", "application/x-research-info-systems", ris),
    Export("json", "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json),
)


def _entry_key(citation: Citation) -> str:
    first = citation.authors[0].given_en or citation.authors[0].given if citation.authors else citation.title
    year = str(citation.issued.year) if citation.issued else ""
    return f"{slug(first, fallback='work', max_length=20)}{year}-{citation.key}"


def _reversed(author: AuthorName) -> str:
    return f"{author.family}, {author.given}" if author.family else author.given


def _plain(text: str) -> str:
    """On one line and without braces and backslashes, which are BibTeX's own."""
    return str(_one_line(text)).replace("{", "(").replace("}", ")").replace("\\", "/")


def _one_line(value: Any) -> Any:
    if isinstance(value, list):
        return [_one_line(one) for one in value]
    return _BREAKS.sub(" ", value).strip()
