"""Uploads tried, and what becomes of them: the same table stands in the notes of the delivery."""

import io
import zipfile

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from innovations.uploads import accept_document, accept_picture, documents, pictures
from portal.content.held_files import held_collection
from tests.factories import make_admin

from . import making

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
TEMPLATE = (
    b'<Relationships><Relationship Id="r1" TargetMode="External" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    b'Target="http://evil.example/a.dotm"/></Relationships>'
)
PACKAGE = making.OLE + "\x01Ole10Native".encode("utf-16-le") + b"MZ"
EQUATION = making.OLE + "Equation Native".encode("utf-16-le")
LOCKED_PDF = {"encryption": pikepdf.Encryption(owner="o", user="u")}

PICTURES_REFUSED = [
    ("empty file", "photo.jpg", lambda: b"", "empty"),
    ("SVG with a script", "drawing.svg", lambda: SVG, "svg"),
    ("SVG called PNG", "drawing.png", lambda: SVG, "not_a_picture"),
    ("web page called JPG", "photo.jpg", lambda: HTML, "not_a_picture"),
    ("PNG called JPG", "photo.jpg", lambda: making.picture("PNG"), "misnamed"),
    ("PDF called JPG", "photo.jpg", making.pdf, "broken"),
    ("TIFF", "scan.tif", lambda: making.picture("TIFF"), "ending"),
    ("half a photograph", "photo.jpg", lambda: making.photograph()[:20_000], "broken"),
    (
        "PNG that claims 60,000 x 60,000 pixels",
        "bomb.png",
        lambda: making.png_that_claims(60_000, 60_000),
        "too_many_pixels",
    ),
    (
        "PNG that claims 10,000 x 9,000 pixels",
        "bomb.png",
        lambda: making.png_that_claims(10_000, 9_000),
        "too_many_pixels",
    ),
    ("PNG with more data than pixels or fewer", "bad.png", lambda: making.png_that_claims(3_000, 3_000), "broken"),
    ("program before the ending", "photo.php.jpg", making.picture, "double_ending"),
    ("ending turned round by a hidden letter", "photo\u202egpj.exe.jpg", making.picture, "name"),
    ("no ending", "photo", making.picture, "ending"),
]
DOCUMENTS_REFUSED = [
    ("empty file", "report.pdf", lambda: b"", "empty"),
    ("web page called PDF", "report.pdf", lambda: HTML, "misnamed"),
    ("script before the PDF", "report.pdf", lambda: HTML + making.pdf(), "misnamed"),
    ("Word called PDF", "report.pdf", making.docx, "misnamed"),
    ("Excel called Word", "report.docx", making.xlsx, "misnamed"),
    ("Windows program called Word", "report.docx", lambda: b"MZ\x90\x00" + b"\0" * 200, "misnamed"),
    ("Windows program", "setup.exe", lambda: b"MZ", "ending"),
    ("program behind an ending", "report.pdf.exe", lambda: b"MZ", "ending"),
    ("program before the ending", "report.exe.pdf", making.pdf, "double_ending"),
    ("zip file", "all.zip", lambda: making.zip_of({"a.txt": b"a"}), "ending"),
    ("zip file called Word", "all.docx", lambda: making.zip_of({"a.txt": b"a"}), "misnamed"),
    ("Word with macros by its name", "plan.docm", making.docx, "ending"),
    ("Word with macros, renamed", "plan.docx", lambda: making.docx(word__vbaProject_0bin=making.OLE), "macros"),
    (
        "Word with a packed program",
        "plan.docx",
        lambda: making.docx(word__embeddings__oleObject1_0bin=PACKAGE),
        "programs",
    ),
    (
        "Word that fetches a template",
        "plan.docx",
        lambda: making.docx(word___rels__settings_0xml_0rels=TEMPLATE),
        "fetches",
    ),
    ("Word of 1997", "plan.docx", lambda: making.OLE + b"\0" * 600, "old_format"),
    ("Word with a password", "plan.docx", lambda: making.OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
    ("half a Word document", "plan.docx", lambda: making.docx()[:-200], "damaged"),
    ("zip bomb called Word", "plan.docx", lambda: making.docx(word__media__a_0emf=b"\0" * 60_000_000), "bomb"),
    (
        "Word with parts outside of itself",
        "plan.docx",
        lambda: making.with_parts(making.docx(), {"../../x": b""}),
        "damaged",
    ),
    ("PDF with a program", "report.pdf", lambda: making.pdf(making.runs_script), "active"),
    (
        "PDF with a program in a compressed stream",
        "report.pdf",
        lambda: making.pdf(making.runs_script, object_stream_mode=pikepdf.ObjectStreamMode.generate),
        "active",
    ),
    (
        "PDF with a program under a disguised name",
        "report.pdf",
        lambda: making.pdf(making.runs_script).replace(b"/JavaScript", b"/J#61vaScr#69pt").replace(b"/JS", b"/J#53"),
        "active",
    ),
    ("PDF that starts a program", "report.pdf", lambda: making.pdf(making.starts_program), "active"),
    ("PDF with a packed file", "report.pdf", lambda: making.pdf(making.packs_file), "active"),
    ("PDF with a password", "report.pdf", lambda: making.pdf(**LOCKED_PDF), "locked"),
    ("broken PDF", "report.pdf", lambda: b"%PDF-1.7\nnothing", "damaged"),
]
DOCUMENTS_ACCEPTED = [
    ("PDF with links", "รายงาน พ.ศ. 2568.v1.2.pdf", lambda: making.pdf(making.links_to_page)),
    ("Word", "แผนการจัดการเรียนรู้.DOCX", making.docx),
    ("Word with an equation", "สมการ.docx", lambda: making.docx(word__embeddings__oleObject1_0bin=EQUATION)),
    ("Excel", "คะแนน.xlsx", making.xlsx),
]


@pytest.fixture
def teacher(db):
    """Somebody who uploads."""
    return make_admin("teacher")


@pytest.mark.parametrize(
    ("what", "name", "content", "code"), PICTURES_REFUSED, ids=[row[0] for row in PICTURES_REFUSED]
)
def test_picture_is_refused_with_advice(what, name, content, code, teacher):
    with pytest.raises(ValidationError) as refused:
        accept_picture(making.upload(name, content()), teacher)
    assert refused.value.code == code
    assert len(refused.value.messages[0]) > 30


@pytest.mark.parametrize(
    ("what", "name", "content", "code"), DOCUMENTS_REFUSED, ids=[row[0] for row in DOCUMENTS_REFUSED]
)
def test_document_is_refused_with_advice(what, name, content, code, teacher):
    with pytest.raises(ValidationError) as refused:
        accept_document(making.upload(name, content()), teacher)
    assert refused.value.code == code
    assert len(refused.value.messages[0]) > 30


@pytest.mark.parametrize(("what", "name", "content"), DOCUMENTS_ACCEPTED, ids=[row[0] for row in DOCUMENTS_ACCEPTED])
def test_document_is_kept_as_it_is_among_the_unpublished(what, name, content, teacher):
    sent = content()
    document = accept_document(making.upload(name, sent), teacher)
    assert document.collection == held_collection()
    assert document.uploaded_by_user == teacher
    assert document.file.open("rb").read() == sent
    assert document.title == name.rpartition(".")[0]
    assert document.file_size == len(sent)
    assert document.file_hash


def test_uploads_larger_than_the_limits_are_refused(teacher, settings, monkeypatch):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    with pytest.raises(ValidationError, match="1000") as refused:
        documents.check_document(making.upload("report.docx", making.docx()))
    assert refused.value.code == "too_large"
    monkeypatch.setattr(pictures, "LARGEST_FILE", 1000)
    with pytest.raises(ValidationError) as refused:
        pictures.clean_picture(making.upload("photo.jpg", making.picture()))
    assert refused.value.code == "too_large"


@pytest.mark.parametrize(("format_name", "name"), [("JPEG", "ภาพ.jpg"), ("HEIF", "IMG_0001.HEIC"), ("MPO", "ภาพ.JPEG")])
def test_photograph_of_a_phone_is_turned_shrunk_and_knows_no_place(format_name, name, teacher):
    image = accept_picture(making.upload(name, making.photograph(format_name)), teacher)
    assert image.collection == held_collection()
    assert (image.width, image.height) == (1800, 2400)
    content = image.file.open("rb").read()
    assert b"Secret" not in content
    kept = Image.open(io.BytesIO(content))
    assert kept.format == "JPEG"
    assert not kept.getexif()
    assert not set(kept.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    top, bottom = kept.getpixel((900, 100)), kept.getpixel((900, 2300))
    assert top[0] > 200 > top[2], "red was left, and is above now"
    assert bottom[2] > 200 > bottom[0]


def test_drawing_stays_a_drawing_and_keeps_its_holes(teacher):
    image = accept_picture(making.upload("แผนภาพ.png", making.picture("PNG", mode="RGBA")), teacher)
    kept = Image.open(image.file.open("rb"))
    assert (kept.format, kept.mode) == ("PNG", "RGBA")
    assert image.title == "แผนภาพ"


def test_size_that_a_zip_file_claims_is_not_believed(teacher):
    """The directory says one byte; the part unpacks to more."""
    content = bytearray(making.docx(word__media__a_0emf=b"x" * 5000))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        claimed = archive.getinfo("word/media/a.emf").file_size.to_bytes(4, "little")
    at = content.rindex(claimed)
    content[at : at + 4] = (1).to_bytes(4, "little")
    with pytest.raises(ValidationError) as refused:
        accept_document(making.upload("plan.docx", bytes(content)), teacher)
    assert refused.value.code == "damaged"
