"""What editors are told about the text inside of a file, and what they can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from django.utils.translation import gettext_lazy as _

from .values import Problem

if TYPE_CHECKING:
    from django.utils.functional import Promise

Status: TypeAlias = Literal["found", "partly", "none", "waiting"]

STATUSES: Final[tuple[tuple[Status, str | Promise], ...]] = (
    ("found", _("Text is searched")),
    ("partly", _("Only part of the text is searched")),
    ("none", _("No text that can be searched")),
    ("waiting", _("Waiting to be read")),
)
WITH_TEXT: Final = (Problem.NONE, Problem.CUT, Problem.SOME_PAGES, Problem.MISNAMED)
PARTLY: Final = (Problem.CUT, Problem.SOME_PAGES)


@dataclass(frozen=True, slots=True)
class TextState:
    """What came of reading a file: in two words, and `advice`, empty where there is nothing to do."""

    status: Status
    label: str | Promise
    advice: str | Promise = ""


def state_of(document: Any) -> TextState:
    """Return what came of reading the file that `document` has now."""
    kept = getattr(document, "inner_text", None)
    if kept is None or (kept.source_name, kept.source_hash) != (document.file.name, document.file_hash):
        return TextState("waiting", _("Waiting"), _WAITING)
    problem = Problem(kept.problem)
    if problem == Problem.NONE:
        return TextState("found", _("Searched"))
    label, advice = _EXPLAINED[problem]
    status: Status = "partly" if problem in PARTLY else "found" if problem in WITH_TEXT else "none"
    return TextState(status, label, advice % {"detail": kept.detail})


_WAITING: Final = _(
    "The text of this file has not been read yet. It will be within a few minutes; this page then says what came of it."
)
_EXPLAINED: Final[dict[Problem, tuple[str | Promise, str | Promise]]] = {
    Problem.CUT: (
        _("Searched in part"),
        _(
            "This file is very long or faulty further on: only its first %(detail)s letters are searched. Divide "
            "it into several files if the rest should be found too."
        ),
    ),
    Problem.SOME_PAGES: (
        _("Searched in part"),
        _(
            "%(detail)s pages of this file are scanned pictures: what stands on them is not found. Attach a PDF "
            "that was saved from Word, or one in which a program has recognised the letters (OCR)."
        ),
    ),
    Problem.MISNAMED: (
        _("Searched, wrong name"),
        _(
            "The name of this file ends differently from what it is: readers may not be able to open it. Change "
            "the end of its name to .%(detail)s and upload it again."
        ),
    ),
    Problem.SCAN: (
        _("No: scanned picture"),
        _(
            "This file is a scanned picture, so the text inside cannot be searched. Attach a PDF that was saved "
            "from Word, or one in which a program has recognised the letters (OCR). If there is none, say in the "
            "title of the file what it is about: titles are searched."
        ),
    ),
    Problem.EMPTY: (
        _("No: empty"),
        _("There is no text in this file. Look whether it is the right one."),
    ),
    Problem.GARBLED: (
        _("No: unreadable fonts"),
        _(
            "The letters in this file come out as meaningless signs, because of the fonts it was made with. Save "
            "it as PDF again from Word with a Unicode font, for example TH Sarabun New, and upload it once more."
        ),
    ),
    Problem.LOCKED: (
        _("No: password"),
        _("This file is protected by a password, so its text cannot be searched. Upload one without a password."),
    ),
    Problem.DAMAGED: (
        _("No: damaged file"),
        _(
            "This file cannot be opened; it may be damaged. Open it in its own program, save it anew and upload "
            "it again."
        ),
    ),
    Problem.OLD_FORMAT: (
        _("No: old kind of file"),
        _(
            "Files of old kinds (.doc, .xls, .ppt, .rtf) are not read. Open it, save it as .docx, .xlsx, .pptx or "
            "PDF, and upload that file."
        ),
    ),
    Problem.PICTURE: (
        _("No: picture"),
        _("This file is a picture, so the text on it cannot be searched. Say in the title of the file what it shows."),
    ),
    Problem.ARCHIVE: (
        _("No: packed files"),
        _(
            "What is packed into this file is not searched. Attach the files one by one, so that they are found "
            "and read."
        ),
    ),
    Problem.UNKNOWN: (
        _("No: unknown kind of file"),
        _("The portal cannot read files of this kind. Attach a PDF or Word file with the same content as well."),
    ),
    Problem.TOO_LARGE: (
        _("No: too large"),
        _("This file is too large to read its text. Divide it, or make its pictures smaller, and upload it again."),
    ),
    Problem.TOO_SLOW: (
        _("No: took too long"),
        _(
            "Reading the text of this file took too long and was ended. Save it anew, or divide it, and upload it "
            "again."
        ),
    ),
    Problem.MISSING: (
        _("No: file is missing"),
        _("The file itself is no longer on the server. Upload it again."),
    ),
}
