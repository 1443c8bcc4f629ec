"""APA, seventh edition, for readers of English: family name and initials, Christian era."""

from __future__ import annotations

from datetime import date
from typing import Final

from portal.content.shown import AuthorName
from portal.thai.romanise import romanise

from .reference import Reference, closed, listed
from .values import Citation

NO_DATE: Final = "n.d."


def english_apa(citation: Citation, today: date) -> Reference:
    """Rimkhram, P., & Thungfai, W. (2026). Title [in Thai]. Site. Address; `today` is said where there is no date."""
    who = closed(authors(citation))
    start = f"{who} ({citation.issued.year if citation.issued else NO_DATE}). "
    looked_up = "" if citation.issued else f"Retrieved {today:%B} {today.day}, {today.year}, from "
    end = f" {closed(citation.site)} {looked_up}{citation.url}"
    title = citation.details.title_en or citation.title
    note = " [in Thai]" if not citation.details.genre_en else f" [{citation.details.genre_en}, in Thai]"
    if citation.container:
        return Reference(f"{start}{title}{note}. In ", citation.container, f".{end}")
    return Reference(start, title, f"{note}.{end}")


def authors(citation: Citation) -> str:
    """The names in the order of the work; the office where no person is named."""
    if not citation.authors:
        return citation.office
    return listed([name(author) for author in citation.authors], ", & ", ", & ")


def name(author: AuthorName) -> str:
    """Family name and initials, in the author's own spelling or, where that is not known, as the Royal Society's."""
    given, family = in_latin(author)
    initials = " ".join("-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in given.split())
    return f"{family}, {initials}" if family else given


def in_latin(author: AuthorName) -> tuple[str, str]:
    """Given name and family name in Latin letters."""
    if author.given_en:
        return author.given_en, author.family_en or _romanised(author.family)
    return _romanised(author.given), _romanised(author.family)


def _romanised(text: str) -> str:
    return " ".join(romanise(word).replace(" ", "").capitalize() for word in text.split())
