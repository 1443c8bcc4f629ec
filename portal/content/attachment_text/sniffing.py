"""What kind of file this is: its first bytes tell, and what a zip file holds; its name may be wrong."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final

from .plain import looks_like_text
from .values import Kind

_HEAD: Final = 64 * 1024
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES: Final = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_PARTS: Final = (
    ("word/document.xml", Kind.WORD),
    ("ppt/presentation.xml", Kind.SLIDES),
    ("xl/workbook.xml", Kind.SHEET),
)


def kind_of(path: Path) -> Kind:
    """Return the kind of the file at `path`."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        return Kind.EMPTY
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"PK"):
        return _zip_kind(path)
    if head.startswith(_OLD_OFFICE):
        return Kind.LOCKED_OFFICE if _LOCKED in path.read_bytes() else Kind.OLD_OFFICE
    return _kind_of_bytes(head)


def _kind_of_bytes(head: bytes) -> Kind:
    if head.startswith(b"{\\rtf"):
        return Kind.OLD_OFFICE
    if head.startswith(_PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP") or head[4:12] == b"ftypheic":
        return Kind.PICTURE
    if head.startswith(_ARCHIVES):
        return Kind.ARCHIVE
    return Kind.TEXT if looks_like_text(head) else Kind.UNKNOWN


def _zip_kind(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            is_locked = any(entry.flag_bits & 1 for entry in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, UnicodeDecodeError):
        return Kind.DAMAGED
    for part, kind in _PARTS:
        if part in names:
            return Kind.LOCKED_OFFICE if is_locked else kind
    if {"mimetype", "content.xml"} <= names:
        return Kind.OPEN
    return Kind.ARCHIVE
