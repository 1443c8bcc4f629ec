"""Small PDF and Word files that demo works attach, made from their texts."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from typing import Final

from django.core.files.base import ContentFile
from fpdf import FPDF

from innovations.demo.outline import File
from portal.content.demo_files import add_line, thai_document
from portal.content.models import PortalDocument
from portal.thai.segment import words

SIZE: Final = 14  # points
LINE: Final = 8.5  # millimetres
WIDTH: Final = 165


def document_of(file: File) -> PortalDocument:
    """Store the file."""
    content = _pdf(file) if file.ending == "pdf" else _word(file)
    document = PortalDocument(title=file.title, file=ContentFile(content, name=f"{file.title}.{file.ending}"))
    document._set_document_file_metadata()
    document.save()
    return document


def _word(file: File) -> bytes:
    document = thai_document()
    document.core_properties.title = file.title
    add_line(document, file.title, style="Heading 1")
    for heading, paragraphs in file.sections:
        add_line(document, heading, style="Heading 2")
        for paragraph in paragraphs:
            add_line(document, paragraph)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _pdf(file: File) -> bytes:
    document = FPDF()
    document.set_margins(25, 20, 20)
    document.set_title(file.title)
    document.set_lang("th-TH")
    for style, weight in (("", "Regular"), ("B", "SemiBold")):
        document.add_font("Sarabun", style, str(files("fontpkg_sarabun") / "files" / f"Sarabun-{weight}.ttf"))
    document.set_text_shaping(True)  # sets marks on their letters
    document.add_page()
    _print(document, file.title, "B", SIZE + 4)
    for heading, paragraphs in file.sections:
        _print(document, heading, "B", SIZE)
        for paragraph in paragraphs:
            _print(document, paragraph, "", SIZE)
    return bytes(document.output())


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
