"""Real files of every kind, as offices attach them, and hostile ones."""

import zipfile
from datetime import date
from importlib.resources import files
from io import BytesIO

import docx
import openpyxl
import pptx
from docx.oxml import parse_xml
from fpdf import FPDF
from pptx.util import Cm

SENTENCE = "สำนักงานเขตพื้นที่การศึกษาจัดทำคู่มือการนิเทศภายในเพื่อพัฒนาเครือข่ายสถานศึกษาตั้งแต่ต้นปี"
TEXT_BOX = """<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps" xmlns:v="urn:v"><w:r>
  <mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>กล่องข้อความ</w:t></w:r></w:p></w:txbxContent>
  </wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent><w:p><w:r><w:t>กล่องข้อความ</w:t></w:r></w:p>
  </w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def pdf(*pages: str, password: str = "", shaped: bool = True) -> bytes:
    """A PDF with one text a page, set in Sarabun; an empty text makes a page that is a picture or blank."""
    document = FPDF()
    document.add_font("Sarabun", fname=str(files("fontpkg_sarabun") / "files" / "Sarabun-Regular.ttf"))
    document.set_font("Sarabun", size=16)
    document.set_text_shaping(shaped)
    if password:
        document.set_encryption("owner", password)
    for text in pages:
        document.add_page()
        if text:
            document.multi_cell(0, 10, text)
    return bytes(document.output())


def word() -> bytes:
    """A Word file with a heading, a table, a header, a text box and deleted text."""
    document = docx.Document()
    document.add_heading("หัวข้อเรื่อง")
    document.add_paragraph(SENTENCE)
    table = document.add_table(2, 2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("ที่", "รายการ", "1", "ดินสอ"), strict=True
    ):
        cell.text = text
    document.sections[0].header.paragraphs[0].text = "หัวกระดาษ"
    document.element.body.insert(0, parse_xml(TEXT_BOX))
    return _saved(document)


def slides() -> bytes:
    """A presentation with a title, points, a table and the speaker's notes."""
    presentation = pptx.Presentation()
    for number in range(1, 12):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"สไลด์ที่ {number}"
        slide.placeholders[1].text = "ประเด็นแรก\nประเด็นที่สอง"
    table = slide.shapes.add_table(1, 2, Cm(1), Cm(1), Cm(8), Cm(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "ช่องซ้าย", "ช่องขวา"
    slide.notes_slide.notes_text_frame.text = "บันทึกของผู้บรรยาย"
    return _saved(presentation)


def sheet() -> bytes:
    """A workbook with numbers, a date, and a sheet that is hidden."""
    workbook = openpyxl.Workbook()
    shown = workbook.active
    shown.title = "ผลการประเมิน"
    shown.append(["โรงเรียน", "คะแนน", "วันที่"])
    shown.append(["บ้านห้วยคราม", 87.5, date(2026, 5, 1)])
    hidden = workbook.create_sheet("ลับ")
    hidden.append(["ข้อมูลที่ซ่อน"])
    hidden.sheet_state = "hidden"
    return _saved(workbook)


def open_text() -> bytes:
    """An OpenDocument text."""
    content = (
        '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><text:h>หัวเรื่อง</text:h>'
        "<text:p>การ<text:span>นิเทศ</text:span>ภายใน<text:s/>ครั้งที่<text:tab/>1</text:p><table:table><table:table-row>"
        "<table:table-cell><text:p>ซ้าย</text:p></table:table-cell><table:table-cell><text:p>ขวา</text:p></table:table-cell>"
        "</table:table-row></table:table></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip file."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def word_of(body: str, before: str = "") -> bytes:
    """A Word file with that XML as its body."""
    return zipped({"word/document.xml": f'{before}<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'})


def old_word(locked: bool = False) -> bytes:
    """The beginning of a .doc, or of a .docx with a password."""
    inside = "EncryptedPackage".encode("utf-16-le") if locked else b"WordDocument"
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + inside + bytes(500)


def _saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
