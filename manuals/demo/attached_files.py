"""Makes the files that the demo processes attach: PDF, Word, PowerPoint and Excel, in fonts that show Thai."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from typing import Any

import pptx
from fpdf import FPDF
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from pptx.oxml.ns import qn

from manuals.demo.attached_texts import Paper, Sheet, Slide
from portal.content.demo_files import FONT, add_line, thai_document
from portal.thai.segment import words

PDF_SIZE, PDF_LINE = 14, 8.5  # points, millimetres
WIDTH = 165  # millimetres


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
    _print(document, paper.title, "B", PDF_SIZE + 4)
    for heading, paragraphs in paper.sections:
        _print(document, heading, "B", PDF_SIZE)
        for paragraph in paragraphs:
            _print(document, paragraph, "", PDF_SIZE)
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
    return _saved(document)


def slides(deck: tuple[Slide, ...]) -> bytes:
    """A presentation with points, and what the speaker says."""
    presentation = pptx.Presentation()
    for slide in deck:
        made = presentation.slides.add_slide(presentation.slide_layouts[1])
        made.shapes.title.text = slide.title
        made.placeholders[1].text = "\n".join(slide.points)
        made.notes_slide.notes_text_frame.text = slide.notes
        for shape in made.placeholders:
            _set_thai_font(shape.text_frame)
    return _saved(presentation)


def workbook(sheets: tuple[Sheet, ...]) -> bytes:
    """An Excel file with headings that stay in sight."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        made = book.create_sheet(sheet.title)
        for row in (sheet.columns, *sheet.rows):
            made.append(list(row))
        made.freeze_panes = "A2"
        for cell in made[1]:
            cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
            made.column_dimensions[cell.column_letter].width = 24
    return _saved(book)


def _print(document: FPDF, text: str, style: str, size: int) -> None:
    document.set_font("Sarabun", style, size)
    for line in _lines(document, text):
        document.cell(0, PDF_LINE, line, new_x="LMARGIN", new_y="NEXT")
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


def _set_thai_font(frame: Any) -> None:
    """Thai is a complex script, whose font is named apart."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.name = FONT
            properties = run._r.get_or_add_rPr()
            properties.set("lang", "th-TH")
            script = properties.makeelement(qn("a:cs"), {"typeface": FONT})
            properties.find(qn("a:latin")).addnext(script)


def _saved(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
