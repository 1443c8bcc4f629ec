"""Files that demo pages attach: texts as PDF and Word, in fonts that show Thai, and their place in the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from typing import Final

from django.core.files.base import ContentFile
from fpdf import FPDF

from portal.thai.segment import words

from .demo_files import add_line, thai_document
from .models import PortalDocument

SIZE: Final = 14  # points
LINE: Final = 8.5  # millimetres
WIDTH: Final = 165


@dataclass(frozen=True, slots=True)
class Paper:
    """A text to print: a title, and headings with their paragraphs."""

    title: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]


def stored(title: str, ending: str, content: bytes) -> PortalDocument:
    """Put a file into the library."""
    document = PortalDocument(title=title, file=ContentFile(content, name=f"{title}.{ending}"))
    document._set_document_file_metadata()
    document.save()
    return document


def pdf(paper: Paper) -> bytes:
    """A PDF on A4, its lines broken between words."""
    document = FPDF()
    document.set_margins(25, 20, 20)
    document.set_title(paper.title)
    document.set_lang("th-TH")
    for style, weight in (("", "Regular"), ("B", "SemiBold")):
        document.add_font("Sarabun", style, str(files("fontpkg_sarabun") / "files" / f"Sarabun-{weight}.ttf"))
    document.set_text_shaping(True)  # sets marks on their letters
    document.add_page()
    _print(document, paper.title, "B", SIZE + 4)
    for heading, paragraphs in paper.sections:
        _print(document, heading, "B", SIZE)
        for paragraph in paragraphs:
            _print(document, paragraph, "", SIZE)
    return bytes(document.output())


def word(paper: Paper) -> bytes:
    """A Word file."""
    document = thai_document()
    document.core_properties.title = paper.title
    add_line(document, paper.title, style="Heading 1")
    for heading, paragraphs in paper.sections:
        add_line(document, heading, style="Heading 2")
        for paragraph in paragraphs:
            add_line(document, paragraph)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _print(document: FPDF, text: str, style: str, size: int) -> None:
    document.set_font("Sarabun", style, size)
    for line in _lines(document, text):
        document.cell(0, LINE, line, new_x="LMARGIN", new_y="NEXT")
    document.ln(2)


def _lines(document: FPDF, text: str) -> Iterator[str]:
    line, room = "", float(WIDTH)
    for token in words(text):
        width = document.get_string_width(token)
        if line and width > room:
            yield line.strip()
            line, room = "", float(WIDTH)
        line, room = line + token, room - width
    yield line.strip()
