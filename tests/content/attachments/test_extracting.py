"""The text of files of every kind is read as a reader would read it; hostile ones cost little and say what is wrong."""

import os
import time
from dataclasses import replace

import pytest

from portal.content.attachment_text.extracting import extract
from portal.content.attachment_text.reader import Reader
from portal.content.attachment_text.values import Limits, Problem

from .making import SENTENCE, old_word, open_text, pdf, sheet, slides, word, word_of, zipped

LIMITS = Limits(seconds=10)


@pytest.fixture(scope="module")
def reader():
    with Reader() as reader:
        yield reader


@pytest.fixture
def read(reader, tmp_path):
    """`read(content, "name.pdf")`: what is found in that file."""

    def reading(content: bytes, name: str, limits: Limits = LIMITS):
        path = tmp_path / name
        path.write_bytes(content)
        return extract(path, name, limits, reader)

    return reading


@pytest.mark.parametrize("shaped", [True, False])
def test_thai_in_a_pdf_comes_out_as_it_was_written(read, shaped):
    found = read(pdf(f"{SENTENCE} น้ำหนัก กำหนด ทั้งนี้ ฟ้า", shaped=shaped), "คู่มือ.pdf")
    assert found.problem == Problem.NONE
    written = f"{SENTENCE}น้ำหนักกำหนดทั้งนี้ฟ้า"
    assert "".join(found.text.split()) == written
    assert "น้ำหนัก" in found.text


def test_a_pdf_whose_letters_slipped_is_mended(read):
    damaged = "ส านักงานจัดท าคู่มอืการนเิทศภายในเพอื่พัฒนาเครอืข่ายสถานศึกษาตัง้แต่ต้นปี"
    text = read(pdf(damaged, shaped=False), "a.pdf").text
    for right in ("สำนักงาน", "คู่มือการ", "เพื่อพัฒนา", "เครือข่าย", "ตั้งแต่"):
        assert right in text


def test_pdf_files_are_read_without_poppler_too(tmp_path, monkeypatch):
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path))
    (tmp_path / "a.pdf").write_bytes(pdf(SENTENCE, shaped=False))
    (tmp_path / "b.pdf").write_bytes(pdf(SENTENCE, password="secret"))
    with Reader() as reader:
        assert "คู่มือการนิเทศภายใน" in extract(tmp_path / "a.pdf", "a.pdf", LIMITS, reader).text
        assert extract(tmp_path / "b.pdf", "b.pdf", LIMITS, reader).problem == Problem.LOCKED


def test_running_heads_of_a_pdf_are_read_once(read):
    months = ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม")
    pages = [
        "\n".join(["รายงานประจำปี", *[f"ครั้งที่ {line} ของเดือน{month}" for line in range(9)], f"หน้า {number}"])
        for number, month in enumerate(months, start=1)
    ]
    text = read(pdf(*pages, shaped=False), "a.pdf").text
    assert text.count("รายงานประจำปี") == 1
    assert text.count("ของเดือน") == 45
    assert "หน้า" not in text


def test_a_word_file_is_read_with_tables_text_boxes_and_headers_each_once(read):
    found = read(word(), "a.docx")
    lines = found.text.split("\n")
    assert found.problem == Problem.NONE
    assert lines == ["กล่องข้อความ", "หัวข้อเรื่อง", SENTENCE, "ที่ รายการ", "1 ดินสอ", "หัวกระดาษ"]


def test_deleted_and_moved_text_of_a_word_file_is_not_read(read):
    body = (
        "<w:p><w:r><w:t>คงไว้</w:t></w:r><w:del><w:r><w:delText>ลบแล้ว</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>ย้ายไป</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>เพิ่มใหม่</w:t></w:r></w:ins></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>ช่องกรอก</w:t><w:tab/><w:t>ชื่อ</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read(word_of(body), "a.docx").text == "คงไว้เพิ่มใหม่\nช่องกรอก ชื่อ"


def test_slides_are_read_in_their_order_with_tables_and_notes(read):
    text = read(slides(), "a.pptx").text
    assert text.index("สไลด์ที่ 2") < text.index("สไลด์ที่ 10")
    assert "ประเด็นแรก\nประเด็นที่สอง" in text
    assert "ช่องซ้าย ช่องขวา" in text
    assert "บันทึกของผู้บรรยาย" in text


def test_a_workbook_is_read_as_it_looks(read):
    text = read(sheet(), "a.xlsx").text
    assert text == "ผลการประเมิน\nโรงเรียน คะแนน วันที่\nบ้านห้วยคราม 87.5 1 พฤษภาคม 2569"


def test_an_open_document_is_read(read):
    assert read(open_text(), "a.odt").text == "หัวเรื่อง\nการนิเทศภายใน ครั้งที่ 1\nซ้าย ขวา"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-le", "utf-16-be"])
def test_plain_text_is_read_in_every_encoding_offices_use(read, encoding):
    found = read(f"{SENTENCE},1\nสอง,2".encode(encoding), "a.csv")
    assert (found.text, found.problem) == (f"{SENTENCE},1\nสอง,2", Problem.NONE)


@pytest.mark.parametrize(
    ("content", "name", "problem"),
    [
        (pdf("", ""), "a.pdf", Problem.SCAN),
        (pdf(SENTENCE, password="secret"), "a.pdf", Problem.LOCKED),
        (b"%PDF-1.7\nnothing follows", "a.pdf", Problem.DAMAGED),
        (word()[:4000], "a.docx", Problem.DAMAGED),
        (bytes(range(256)) * 20, "a.pdf", Problem.DAMAGED),
        (bytes(range(256)) * 20, "a.xyz", Problem.UNKNOWN),
        (b"", "a.txt", Problem.EMPTY),
        (word_of("<w:p/>"), "a.docx", Problem.EMPTY),
        (old_word(), "a.doc", Problem.OLD_FORMAT),
        (rb"{\rtf1 text}", "a.rtf", Problem.OLD_FORMAT),
        (old_word(locked=True), "a.docx", Problem.LOCKED),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a.png", Problem.PICTURE),
        (zipped({"a.txt": "text"}), "a.zip", Problem.ARCHIVE),
        ("กขค\ue012\ue033\ufffd".encode() * 100, "a.txt", Problem.GARBLED),
    ],
)
def test_what_cannot_be_searched_says_why(read, content, name, problem):
    found = read(content, name)
    assert (found.text, found.problem) == ("", problem)


def test_a_file_with_the_wrong_name_is_read_and_said_to_be_misnamed(read):
    found = read(word(), "a.pdf")
    assert SENTENCE in found.text
    assert (found.problem, found.detail) == (Problem.MISNAMED, "docx")


def test_a_pdf_that_is_mostly_scanned_says_how_many_pages(read):
    found = read(pdf(SENTENCE, "", "", "", shaped=False), "a.pdf")
    assert SENTENCE in found.text
    assert (found.problem, found.detail) == (Problem.SOME_PAGES, "3/4")


def test_of_a_very_long_file_the_beginning_is_kept_and_that_is_said(read):
    found = read((f"{SENTENCE}\n" * 500).encode(), "a.txt", replace(LIMITS, letters=1000))
    assert (len(found.text), found.problem, found.detail) == (1000, Problem.CUT, "1000")


def test_a_pdf_of_five_hundred_pages_is_read_in_time(read):
    start = time.monotonic()
    found = read(pdf(*(f"{SENTENCE} หน้า {number}" for number in range(500)), shaped=False), "a.pdf")
    assert "หน้า 499" in found.text
    assert time.monotonic() - start < 30  # most of it makes the file


ENTITIES = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(10)
)


@pytest.mark.parametrize(
    "content",
    [
        word_of(f"<w:p><w:r><w:t>{' ' * 200_000_000}</w:t></w:r></w:p>"),
        word_of("<w:p><w:r><w:t>&k;</w:t></w:r></w:p>", ENTITIES + "]>"),
        word_of("<w:tbl><w:tr><w:tc>" * 20_000),
        word_of("<w:p>" * 2_000_000),
        b"%PDF-1.4\n" + b"1 0 obj<</Type/Pages/Kids[1 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>",
    ],
    ids=["blanks", "entities", "nested tables", "open paragraphs", "circular pages"],
)
def test_hostile_files_end_soon_without_harm(read, content):
    start = time.monotonic()
    found = read(content, "a.docx", Limits(seconds=2, memory=512 * 1024 * 1024))
    assert found.text == "" and found.problem in (Problem.DAMAGED, Problem.EMPTY, Problem.TOO_SLOW, Problem.TOO_LARGE)
    assert time.monotonic() - start < 12
    assert read(word(), "b.docx").text, "the next file is read as ever"


def test_a_reading_process_that_dies_is_replaced(read, reader):
    assert read(word(), "a.docx").text
    reader._process.kill()
    assert read(word(), "a.docx").problem == Problem.TOO_SLOW
    assert read(word(), "a.docx").text


def test_a_file_beyond_the_limit_is_not_opened(read):
    assert read(word(), "a.docx", replace(LIMITS, file_bytes=1000)).problem == Problem.TOO_LARGE


def test_a_file_of_a_storage_without_paths_is_read(tmp_path):
    (tmp_path / "a").write_bytes(word())
    with (tmp_path / "a").open("rb") as file:
        assert SENTENCE in extract(file, "a.docx", LIMITS).text
