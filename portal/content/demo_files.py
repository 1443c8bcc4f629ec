"""Small Word files for the demo's forms, so that every form can be downloaded, opened and filled in."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from portal.content.demo_data import OFFICE, forms
from portal.content.demo_form_sections import FormSection, form_sections

FONT = "TH Sarabun New"
TEXT_SIZE = 16  # points, the size of Thai official letters
LINE_WIDTH = Cm(16)


def form_files() -> dict[str, bytes]:
    """The Word file now in use of every demo form, by form code."""
    sections = form_sections()
    return {form.code: form_document(form.code, form.title, sections[form.code]) for form in forms()}


def earlier_form_files() -> dict[tuple[str, int], bytes]:
    """The Word files of forms' earlier issues, by form code and issue number: they lacked the form's last section."""
    sections = form_sections()
    return {
        (form.code, version.number): form_document(form.code, form.title, sections[form.code][:-1])
        for form in forms()
        for version in form.versions[:-1]
    }


def form_document(code: str, title: str, sections: tuple[FormSection, ...]) -> bytes:
    """A Word file (.docx): the code and title, each section's fields on dotted lines and its table, a place to sign."""
    document = thai_document()
    document.core_properties.title = f"{code} {title}"
    document.core_properties.author = OFFICE.short_name
    add_line(document, f"แบบ {code}", WD_ALIGN_PARAGRAPH.RIGHT)
    add_line(document, title, WD_ALIGN_PARAGRAPH.CENTER, style="Heading 1")
    add_line(document, OFFICE.name, WD_ALIGN_PARAGRAPH.CENTER)
    for number, section in enumerate(sections, start=1):
        _add_section(document, number, section)
    _add_signature(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def thai_document() -> WordDocument:
    """An empty Word file on A4 in the font of official letters."""
    document = Document()
    _set_page(document)
    return document


def add_line(
    document: WordDocument, text: str, alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT, style: str = "Normal"
) -> Paragraph:
    """Add a paragraph in a style of the document."""
    paragraph = document.add_paragraph(text, style=style)
    paragraph.alignment = alignment
    return paragraph


def _set_page(document: WordDocument) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin = Cm(3), Cm(2)
    for style, size in (("Normal", TEXT_SIZE), ("Heading 1", 20), ("Heading 2", 18)):
        _set_thai_font(document.styles[style], size)
    document.styles["Normal"].paragraph_format.space_after = Pt(2)


def _set_thai_font(style: ParagraphStyle, size: int) -> None:
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.color.rgb = None
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)  # a theme's font would win over the named one
    # Word sets Thai as a complex script, which has a font, a size and a language of its own.
    fonts.set(qn("w:cs"), FONT)
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    size_cs = OxmlElement("w:szCs")
    size_cs.set(qn("w:val"), str(size * 2))
    properties.find(qn("w:sz")).addnext(size_cs)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:bidi"), "th-TH")
    properties.append(language)


def _add_section(document: WordDocument, number: int, section: FormSection) -> None:
    add_line(document, f"{number}. {section.title}", style="Heading 2")
    if section.note:
        add_line(document, section.note)
    for field in section.fields:
        _add_dotted_line(document, field)
    if section.columns:
        _add_table(document, section)


def _add_dotted_line(document: WordDocument, label: str) -> None:
    paragraph = add_line(document, f"{label} \t")
    paragraph.paragraph_format.tab_stops.add_tab_stop(LINE_WIDTH, leader=WD_TAB_LEADER.DOTS)


def _add_table(document: WordDocument, section: FormSection) -> None:
    table = document.add_table(rows=1, cols=len(section.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, section.columns, strict=True):
        cell.text = column
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for label in section.rows:
        table.add_row().cells[0].text = label


def _add_signature(document: WordDocument) -> None:
    for line in (
        "ลงชื่อ.......................................................ผู้จัดทำ",
        "(.......................................................)",
        "ตำแหน่ง.......................................................",
        "วันที่..........เดือน..............................พ.ศ. ..............",
    ):
        add_line(document, line, WD_ALIGN_PARAGRAPH.RIGHT)
