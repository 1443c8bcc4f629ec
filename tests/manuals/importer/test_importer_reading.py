"""Which files the importer reads, and what it says of those it does not."""

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.utils.translation import override
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from manuals.importer.accounting import missing
from manuals.importer.paragraph import BadManual, Style
from manuals.importer.reading import LARGEST_FILE, read_manual
from manuals.importer.understanding import understand
from manuals.outline import BlockKind, Part, ProcessOutline
from tests.manuals.importer.changed_manuals import PART_HEADING, TITLES, manual_text, plan_of, shape

OFFICE_MANUAL = Path(__file__).parents[4] / "shared" / "manual" / "work-manual.txt"


def read(content: bytes, name: str):
    return read_manual(BytesIO(content), name)


def saved(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_entry(content: bytes, name: str, entry: bytes) -> bytes:
    """Return a Word file with one more entry, or with one replaced."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, entry)
    return stream.getvalue()


def picture() -> bytes:
    """Return a PNG of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")


def word_manual() -> bytes:
    """Return a manual as a Word file: heading styles, automatic numbers, a table of steps, a picture, a text box."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "คู่มือของกลุ่มนิเทศ"
    document.add_heading("คู่มือการปฏิบัติงาน", 0)
    document.add_heading("ข้อมูลพื้นฐานของกลุ่ม", 1)
    document.add_paragraph("กลุ่มมีบุคลากรหกคน")
    _add_table(document, [["ตำแหน่ง", "จำนวน"], ["ศึกษานิเทศก์", "5"], ["ธุรการ", "1"]])
    document.add_heading("งานเยี่ยมชั้นเรียน", 1)
    document.add_heading("วัตถุประสงค์", 2)
    document.add_paragraph("เพื่อช่วยครู", style="List Number")
    document.add_paragraph("เพื่อเก็บตัวอย่าง", style="List Number")
    document.add_heading("ขั้นตอนการปฏิบัติงาน", 2)
    _add_table(
        document,
        [
            ["ลำดับ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "เอกสาร"],
            ["1", "นัดหมาย", "ธุรการ", "1 วัน", "แบบนัดหมาย"],
            ["2", "เข้าชั้นเรียน", "ศึกษานิเทศก์", "1 ชั่วโมง", ""],
        ],
    )
    document.add_heading("ผังกระบวนงาน", 2)
    document.add_picture(BytesIO(picture()))
    _add_text_box(document.add_paragraph(), "เริ่มต้น")
    document.add_heading("แบบฟอร์มที่ใช้", 2)
    document.add_paragraph("แบบนัดหมาย", style="List Bullet")
    return saved(document)


def _add_table(document, rows) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _add_text_box(paragraph, text: str) -> None:
    box = OxmlElement("w:txbxContent")
    box.append(parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>{text}</w:t></w:r></w:p>"))
    paragraph.add_run()._r.append(OxmlElement("w:pict"))
    paragraph.runs[-1]._r.find(qn("w:pict")).append(box)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874", "tis-620"])
def test_thai_text_is_read_in_the_encodings_of_thai_offices(encoding):
    text = manual_text()
    assert [p.text for p in read(text.encode(encoding), "manual.txt")] == [p.text for p in read(text.encode(), "a.txt")]


def test_lines_are_counted_as_an_editor_counts_them():
    paragraphs = read("หนึ่ง\r\n\r\nสอง\x0cสาม\u2028สี่\n \nห้า".encode(), "a.txt")
    assert [paragraph.line for paragraph in paragraphs] == [1, 3, 5]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\n\t\n", "a.txt", "no text"),
        ("ข้อความ".encode("utf-16-le"), "a.txt", "not a text file"),
        ("Привет, мир".encode("cp1251"), "a.txt", "encoding"),
        ("日本語の文章です".encode("shift_jis"), "a.txt", "encoding"),
        ("café déjà vu".encode("latin-1"), "a.txt", "encoding"),
        (bytes(range(256)) * 40, "a.txt", "not a text file"),
        (picture(), "a.txt", "not a text file"),
        (b"%PDF-1.7 ...", "a.pdf", "PDF"),
        (b"{\\rtf1 text}", "a.doc", "rich text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", "old kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password"),
        (b"just text", "a.docx", "damaged"),
        (b"a,b", "a.xlsx", "cannot be imported"),
    ],
)
def test_what_is_no_manual_is_refused_with_the_reason(content, name, words):
    with override("en"), pytest.raises(BadManual, match=words):
        read(content, name)


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(BadManual, match=str(LARGEST_FILE // 1024 // 1024)):
        read_manual(path, path.name)


def test_a_missing_file_is_a_bad_manual(tmp_path):
    with pytest.raises(BadManual):
        read_manual(tmp_path / "none.txt", "none.txt")


def test_a_zip_bomb_is_not_unpacked():
    bomb = with_entry(word_manual(), "word/media/zero.bin", bytes(60 * 1024 * 1024))
    assert len(bomb) < 1024 * 1024
    with pytest.raises(BadManual):
        read(bomb, "a.docx")


def test_a_word_file_with_macros_is_refused_under_any_name():
    with pytest.raises(BadManual):
        read(with_entry(word_manual(), "word/vbaProject.bin", b"macro"), "a.docx")
    types = zipfile.ZipFile(BytesIO(word_manual())).read("[Content_Types].xml")
    macro_types = types.replace(
        b"openxmlformats-officedocument.wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
    )
    with pytest.raises(BadManual):
        read(with_entry(word_manual(), "[Content_Types].xml", macro_types), "a.docx")


def test_an_entity_bomb_inside_a_word_file_is_refused():
    entities = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with pytest.raises(BadManual):
        read(with_entry(word_manual(), "word/document.xml", entities), "a.docx")


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
def test_a_damaged_word_file_is_refused(name):
    with pytest.raises(BadManual):
        read(with_entry(word_manual(), name, b"<broken"), "a.docx")


def test_another_office_file_is_no_word_file():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(BadManual):
        read(stream.getvalue(), "a.docx")


def test_a_word_file_keeps_headings_numbers_tables_pictures_and_boxes():
    plan = understand(read(word_manual(), "a.docx"), "a")
    process = next(child for child in plan.manual.children if isinstance(child, ProcessOutline))
    assert [item.text for item in process.objectives[0].items] == ["เพื่อช่วยครู", "เพื่อเก็บตัวอย่าง"]
    assert [(step.action, step.actor, step.time) for step in process.step_lists[0].steps] == [
        ("นัดหมาย", "ธุรการ", "1 วัน"),
        ("เข้าชั้นเรียน", "ศึกษานิเทศก์", "1 ชั่วโมง"),
    ]
    assert process.step_lists[0].steps[0].detail == "เอกสาร: แบบนัดหมาย"
    chart = process.intros[Part.FLOW_CHART]
    assert [block.kind for block in chart] == [BlockKind.IMAGE, BlockKind.UNRECOGNISED]
    assert (chart[0].image, chart[1].text) == (picture(), "เริ่มต้น")
    assert plan.manual.children[0].blocks[1].rows[1] == ("ศึกษานิเทศก์", "5")
    assert missing(plan) == []


def test_running_headers_of_a_word_file_are_left_out_with_a_reason():
    plan = understand(read(word_manual(), "a.docx"), "a")
    assert [entry.text for entry in plan.left_out] == ["คู่มือของกลุ่มนิเทศ"]


def test_automatic_numbers_count_as_word_counts_them():
    paragraphs = read(word_manual(), "a.docx")
    assert [paragraph.text for paragraph in paragraphs if paragraph.style is Style.LIST] == [
        "1. เพื่อช่วยครู",
        "2. เพื่อเก็บตัวอย่าง",
        "- แบบนัดหมาย",
    ]


@pytest.mark.parametrize("has_styles", [True, False])
def test_the_same_manual_as_a_word_file_gives_the_same_processes(has_styles):
    document = docx.Document()
    lines = [line for line in manual_text().split("\n") if line.strip()]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        level = 2 if PART_HEADING.match(line) else 1 if line in TITLES and following.startswith("1. ชื่องาน") else 0
        if level and has_styles:
            document.add_heading(line, level)
        else:
            document.add_paragraph(line)
    plan = understand(read(saved(document), "manual.docx"), "manual")
    assert shape(plan) == shape(plan_of(manual_text()))
    assert missing(plan) == []


def test_the_same_manual_as_markdown_gives_the_same_processes():
    lines = manual_text().split("\n")
    marked = [
        f"### {line}" if PART_HEADING.match(line) else f"## {line}" if line in TITLES and "ชื่องาน" in after else line
        for line, after in zip(lines, [*lines[2:], "", ""], strict=True)
    ]
    for text in (manual_text(), "\n".join(marked)):
        plan = understand(read(text.encode(), "manual.md"), "manual")
        assert shape(plan) == shape(plan_of(manual_text()))
        assert missing(plan) == []


def test_markdown_keeps_lists_tables_links_and_code():
    text = (
        "# คู่มือ\n\n## บทนำ\n\n1. หนึ่ง\n   - ย่อย\n2. **สอง** [เว็บ](https://example.org)\n\n"
        "| ก | ข |\n|---|---|\n| 1 | 2 |\n\n```\nรหัส\n```\n"
    )
    plan = understand(read(text.encode(), "a.md"), "a")
    blocks = plan.manual.children[-1].blocks
    assert [block.kind for block in blocks] == [BlockKind.NUMBERED_LIST, BlockKind.TABLE, BlockKind.PARAGRAPH]
    assert blocks[0].items[0].children == ("ย่อย",)
    assert blocks[0].items[1].text == "สอง เว็บ (https://example.org)"
    assert missing(plan) == []


@pytest.mark.skipif(not OFFICE_MANUAL.exists(), reason="the office's own manual is not beside the project")
def test_the_offices_own_manual_is_understood_and_nothing_of_it_is_lost():
    plan = understand(read_manual(OFFICE_MANUAL, OFFICE_MANUAL.name), "manual")
    steps = {title: [len(step_list) for step_list in found["steps"]] for title, found in shape(plan).items()}
    assert list(steps.values()) == [[6], [7], [4, 4]]
    assert all(len(found["terms"]) == 3 for found in shape(plan).values())
    assert [len(found["laws"]) for found in shape(plan).values()] == [4, 4, 3]
    tasks = [block for child in plan.manual.children[:1] for block in child.blocks if block.kind is BlockKind.TASKS]
    assert [len(block.items) for block in tasks] == [3, 4, 2, 4, 4, 3]
    assert {finding.line for finding in plan.findings} == {9, 17, 25, 278}
    assert all(placement.is_recognised for placement in plan.placements)
    assert missing(plan) == []
