"""Documents: what they are against what they are called, and nothing in them that runs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import filetype
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from portal.content.attachment_text.sniffing import kind_of
from portal.content.attachment_text.values import Kind

from .archives import check_archive
from .names import ending_of
from .printed import check_pdf
from .refusing import refuse

KINDS: Final[dict[str, Kind]] = {
    ".pdf": Kind.PDF,
    ".docx": Kind.WORD,
    ".pptx": Kind.SLIDES,
    ".xlsx": Kind.SHEET,
    ".odt": Kind.OPEN,
    ".ods": Kind.OPEN,
}


def check_document(upload: UploadedFile) -> str:
    """Return the ending of an upload that may be kept; refuse every other."""
    ending = ending_of(
        upload.name,
        KINDS,
        _("Documents can be PDF, DOCX, PPTX, XLSX, ODT or ODS. Save yours as one of these. Photos go to the pictures."),
    )
    if not upload.size:
        refuse("empty", _("The file is empty. Save the document again and upload it."))
    if upload.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        refuse(
            "too_large",
            _("The file is larger than %(limit)s. Reduce its pictures, or split it, and upload it again.")
            % {"limit": filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)},
        )
    with _path_of(upload) as path:
        _check_kind(path, ending)
        if ending == ".pdf":
            check_pdf(path)
        else:
            check_archive(path, ending)
    return ending


def _check_kind(path: Path, ending: str) -> None:
    kind = kind_of(path)
    if kind == KINDS[ending]:
        return
    if kind == Kind.LOCKED_OFFICE:
        refuse("locked", _("The document is locked with a password. Save it without one and upload it again."))
    if kind == Kind.OLD_OFFICE:
        refuse(
            "old_format",
            _("The document is in an old format. Open it, save it as DOCX, PPTX or XLSX, and upload that."),
        )
    if kind == Kind.DAMAGED:
        refuse("damaged", _("The document is damaged. Open it, save it again, and upload that."))
    refuse(
        "misnamed",
        _("The file is called %(ending)s but is %(found)s. Save the document itself as %(ending)s and upload that.")
        % {"ending": ending, "found": filetype.guess_extension(str(path)) or kind.value},
    )


@contextmanager
def _path_of(upload: UploadedFile) -> Iterator[Path]:
    """Large uploads lie in a file already."""
    if hasattr(upload, "temporary_file_path"):
        yield Path(upload.temporary_file_path())
        return
    with tempfile.NamedTemporaryFile(prefix="upload-") as copy:
        upload.seek(0)
        for chunk in upload.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.name)
