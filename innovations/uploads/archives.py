"""What lies inside of office documents: zip files with parts, some of which can run or fetch."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import Final

from django.utils.translation import gettext as _

from .refusing import refuse

MOST_PARTS: Final = 10_000
MOST_UNPACKED: Final = 400 * 1024 * 1024  # bytes
HIGHEST_RATIO: Final = 200  # of a part that is not small: text shrinks to a tenth, a bomb to a thousandth
_SMALL: Final = 20 * 1024 * 1024
_CHUNK: Final = 256 * 1024
_MACROS: Final = re.compile(
    r"vbaproject[^/]*\.bin$|/macrosheets/|/activex/|^basic/|^scripts/|\.(?:docm|dotm|xlsm|xlam|xltm|pptm|ppam|potm)$"
)
_PROGRAMS: Final = re.compile(r"\.(?:exe|dll|bat|cmd|com|scr|js|jse|vbs|vbe|wsf|hta|ps1|jar|msi|lnk|sh|html?)$")
_PACKAGED: Final = "\x01Ole10Native".encode("utf-16-le")  # any file, put into an office document as an object
_PROJECT: Final = "_VBA_PROJECT".encode("utf-16-le")
_FETCHED: Final = re.compile(
    rb"<Relationship\b(?=[^>]*TargetMode\s*=\s*[\"']External)(?=[^>]*Type\s*=\s*[\"'][^\"']*"
    rb"/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath/xlStartup)[\"'])",
)
_MACRO_TYPE: Final = re.compile(rb"macroEnabled|ms-office\.vbaProject", re.IGNORECASE)
_MIMETYPES: Final = {
    ".odt": b"application/vnd.oasis.opendocument.text",
    ".ods": b"application/vnd.oasis.opendocument.spreadsheet",
}


def check_archive(path: Path, ending: str) -> None:
    """Refuse what unpacks without end, holds programs, or is another kind than `ending` says."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_directory(parts, path.stat().st_size)
            if ending in _MIMETYPES and archive.read("mimetype").strip() != _MIMETYPES[ending]:
                refuse(
                    "misnamed", _("The document is of another kind than its name says. Save it again and upload that.")
                )
            _check_parts(archive, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, OSError):
        refuse("damaged", _("The document is damaged. Open it, save it again, and upload that."))


def _check_directory(parts: list[zipfile.ZipInfo], size: int) -> None:
    """By what the file says of itself, before anything is unpacked."""
    unpacked = sum(part.file_size for part in parts)
    overlaps = sum(part.compress_size for part in parts) > size
    dense = any(
        part.file_size > _SMALL and part.file_size > HIGHEST_RATIO * max(part.compress_size, 1) for part in parts
    )
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or overlaps or dense:
        _refuse_bomb()
    names = [part.filename.replace("\\", "/").lower() for part in parts]
    if any(name.startswith("/") or ".." in name.split("/") for name in names):
        refuse("damaged", _("The document is damaged. Open it, save it again, and upload that."))
    if any(map(_MACROS.search, names)):
        _refuse_macros()
    if any(map(_PROGRAMS.search, names)):
        _refuse_programs()


def _check_parts(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Unpack each part once, never whole: sizes may lie, and sums are checked on the way."""
    total = 0
    for part in parts:
        before = b""
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                total += len(chunk)
                if total > MOST_UNPACKED:
                    _refuse_bomb()
                _check_bytes(part.filename.lower(), before + chunk)
                before = chunk[-1024:]


def _check_bytes(name: str, content: bytes) -> None:
    if name == "[content_types].xml" and _MACRO_TYPE.search(content):
        _refuse_macros()
    if name.endswith(".rels") and _FETCHED.search(content):
        refuse(
            "fetches",
            _("The document fetches parts from elsewhere when it is opened. Save it as PDF and upload that."),
        )
    if name.endswith(".bin") or "/embeddings/" in name:
        if _PROJECT in content:
            _refuse_macros()
        if _PACKAGED in content or content.startswith(b"MZ"):
            _refuse_programs()


def _refuse_bomb() -> None:
    refuse("bomb", _("The document unpacks to far more than its size. Save it as PDF and upload that."))


def _refuse_macros() -> None:
    refuse(
        "macros",
        _("The document holds macros, which can be harmful. Save it without macros (DOCX, XLSX, PPTX) or as PDF."),
    )


def _refuse_programs() -> None:
    refuse(
        "programs", _("A program or other file is packed into the document. Take it out, or save the document as PDF.")
    )
