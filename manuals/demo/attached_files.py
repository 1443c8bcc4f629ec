"""Makes the presentations and tables that the demo processes attach, in fonts that show Thai."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pptx
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from pptx.oxml.ns import qn

from manuals.demo.attached_texts import Sheet, Slide
from portal.content.demo_files import FONT


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
