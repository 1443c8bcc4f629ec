"""Makers of uploads: photographs of phones, documents, and what disguises itself as either."""

import io
import zipfile
import zlib

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from openpyxl import Workbook
from PIL import Image
from pillow_heif import register_heif_opener

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """As a browser sends it, with a type that the browser made of the name."""
    return SimpleUploadedFile(name, content)


def picture(format_name: str = "JPEG", size: tuple[int, int] = (600, 400), **options) -> bytes:
    """A picture, its left half red and its right half blue."""
    register_heif_opener()
    drawn = Image.new(options.pop("mode", "RGB"), size, "blue")
    drawn.paste("red", (0, 0, size[0] // 2, size[1]))
    target = io.BytesIO()
    drawn.save(target, format_name, **options)
    return target.getvalue()


def photograph(format_name: str = "JPEG", size: tuple[int, int] = (4000, 3000)) -> bytes:
    """As a phone takes it upright: lying on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = 6, "Secret Phone"
    place = exif.get_ifd(GPS)
    place[1], place[2], place[3], place[4] = "N", (16.0, 26.0, 12.0), "E", (102.0, 49.0, 30.0)
    return picture(format_name, size, exif=exif.tobytes())


def png_that_claims(width: int, height: int) -> bytes:
    """A tiny file which says that it is huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    data = zlib.compress(b"\x00" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def docx(text: str = "รายงานผลการดำเนินงาน", **parts: bytes) -> bytes:
    """A Word document; `parts` are put into it, `__` in their names is `/` and `_0` a dot."""
    document = Document()
    document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return with_parts(target.getvalue(), {name.replace("__", "/").replace("_0", "."): parts[name] for name in parts})


def xlsx() -> bytes:
    """An Excel workbook."""
    target = io.BytesIO()
    Workbook().save(target)
    return target.getvalue()


def with_parts(archive: bytes, parts: dict[str, bytes]) -> bytes:
    """The zip file with more in it."""
    target = io.BytesIO(archive)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def zip_of(parts: dict[str, bytes]) -> bytes:
    """A zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED):
        pass
    return with_parts(target.getvalue(), parts)


def pdf(change=None, **saving) -> bytes:
    """A PDF of one page; `change(pdf)` puts something into it."""
    made = pikepdf.new()
    made.add_blank_page()
    if change is not None:
        change(made)
    target = io.BytesIO()
    made.save(target, **saving)
    return target.getvalue()


def runs_script(made: pikepdf.Pdf) -> None:
    """It opens with a program."""
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def starts_program(made: pikepdf.Pdf) -> None:
    """A click starts a program of the reader's computer."""
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe"))
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    made.pages[0].Annots = pikepdf.Array([made.make_indirect(link)])


def packs_file(made: pikepdf.Pdf) -> None:
    """A file lies in it."""
    made.attachments["invoice.exe"] = pikepdf.AttachedFileSpec(made, b"MZ")


def links_to_page(made: pikepdf.Pdf) -> None:
    """Harmless: it opens at its first page and links to a web site."""
    made.Root.OpenAction = pikepdf.Array([made.pages[0].obj, pikepdf.Name.Fit])
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://example.org"))
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    made.pages[0].Annots = pikepdf.Array([made.make_indirect(link)])


def box(kind: bytes, *content: bytes) -> bytes:
    """One box of an MP4."""
    inside = b"".join(content)
    return (8 + len(inside)).to_bytes(4, "big") + kind + inside


def film(brand: bytes = b"isom", place: bytes = b"+16.4367+102.8250/", *, is_upright: bool = False) -> bytes:
    """An MP4 of nine seconds, 1280 by 720, that says where it was filmed; upright it lies on its side and says so."""
    matrix = [0, 0x10000, 0, -0x10000, 0, 0] if is_upright else [0x10000, 0, 0, 0, 0x10000, 0]
    turned = b"".join(
        number.to_bytes(4, "big", signed=True) for number in [*matrix[:2], 0, *matrix[3:5], 0, 0, 0, 1 << 30]
    )
    head = bytes(12) + (1000).to_bytes(4, "big") + (9000).to_bytes(4, "big") + bytes(80)
    track = bytes(40) + turned + (1280 << 16).to_bytes(4, "big") + (720 << 16).to_bytes(4, "big")
    told = box(b"udta", box(b"\xa9xyz", place))
    movie = box(b"moov", box(b"mvhd", head), box(b"trak", box(b"tkhd", track)), told)
    return box(b"ftyp", brand, bytes(4)) + movie + box(b"mdat", b"\xde\xad\xbe\xef" * 50)
