"""The zip file that a Word file is: examined for bombs, macros and other kinds of file before anything parses it."""

import zipfile
import zlib
from io import BytesIO
from typing import Final

from django.utils.translation import gettext as _

from manuals.importer.paragraph import BadManual

_MOST_ENTRIES: Final = 5_000
_MOST_UNPACKED: Final = 150 * 1024 * 1024
_LARGEST_XML: Final = 40 * 1024 * 1024
_MOST_RATIO: Final = 150  # the text of a Word file shrinks to a tenth, seldom to a hundredth
_RATIO_COUNTS_FROM: Final = 5 * 1024 * 1024
_CHUNK: Final = 1024 * 1024
_MAIN_PART: Final = "word/document.xml"
_TYPES: Final = "[Content_Types].xml"


def check_archive(content: bytes) -> None:
    """Raise `BadManual` unless `content` is an unencrypted Word file of reasonable size without macros."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_directory(archive, len(content))
            _check_entries(archive)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as error:
        raise BadManual(_("The Word file is damaged. Open it in Word, save it again and try once more.")) from error


def _check_directory(archive: zipfile.ZipFile, size: int) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    is_bomb = unpacked > max(_RATIO_COUNTS_FROM, size * _MOST_RATIO)
    if len(entries) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED or is_bomb:
        raise BadManual(_("The file unpacks to far more than a manual holds, and was not opened."))
    if any(entry.flag_bits & 1 for entry in entries):
        raise BadManual(_("The Word file is protected by a password. Save it without one."))
    names = {entry.filename for entry in entries}
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise BadManual(_("The Word file contains macros. Save it as a Word document without macros (.docx)."))
    if _TYPES not in names or not any(name.startswith("word/") for name in names):
        raise BadManual(_("This is not a Word file. Use a Word file (.docx), plain text or Markdown."))


def _check_entries(archive: zipfile.ZipFile) -> None:
    """Unpack every entry in pieces: what the directory says of sizes may be a lie."""
    total = 0
    for entry in archive.infolist():
        is_xml = entry.filename.endswith((".xml", ".rels"))
        size, has_document_type = _unpack(archive, entry)
        total += size
        if total > _MOST_UNPACKED or (is_xml and size > _LARGEST_XML):
            raise BadManual(_("The file unpacks to far more than a manual holds, and was not opened."))
        if is_xml and has_document_type:
            raise BadManual(_("The Word file is damaged. Open it in Word, save it again and try once more."))
    if b"macroEnabled" in archive.read(_TYPES):
        raise BadManual(_("The Word file contains macros. Save it as a Word document without macros (.docx)."))


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> tuple[int, bool]:
    """Return the unpacked size of an entry, and whether it declares a document type, as only entity bombs do."""
    size = 0
    has_document_type = False
    before = b""
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            has_document_type = has_document_type or b"<!DOCTYPE" in before + chunk
            before = chunk[-16:]
            if size > _MOST_UNPACKED:
                break
    return size, has_document_type
