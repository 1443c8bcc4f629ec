"""What a page says about itself for its citation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from portal.content.models import PortalDocument
    from portal.content.shown import AuthorName

Kind: TypeAlias = Literal["page", "report", "book", "chapter"]


@dataclass(frozen=True, slots=True)
class CitationDetails:
    """What `page.citation_details()` gives; everything may be left out, and an empty abstract is the summary.

    A `chapter` is cited as part of the page above it. `genre` is the Thai description in brackets behind the title."""

    kind: Kind = "page"
    title_en: str = ""
    abstract: str = ""
    abstract_en: str = ""
    keywords: tuple[str, ...] = ()
    genre: str = ""
    genre_en: str = ""
    licence: str = ""
    licence_url: str = ""
    office: str = ""
    issued: date | None = None
    full_text: PortalDocument | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A page as catalogues and reference lists describe it. Without `authors` the office is the author.

    `url` is the short link that stays when the page moves; `container` is what the page is part of."""

    key: int
    title: str
    authors: tuple[AuthorName, ...]
    office: str
    container: str
    site: str
    issued: date | None
    url: str
    page_url: str
    abstract: str
    details: CitationDetails
