"""Opens a manual's file, whatever it is, refuses what cannot be read, and returns its paragraphs."""

from pathlib import Path, PurePath
from typing import BinaryIO, Final

from django.utils.translation import gettext as _

from manuals.importer.paragraph import BadManual, Paragraph
from manuals.importer.reading_markdown import read_markdown
from manuals.importer.reading_text import read_text
from manuals.importer.reading_word import read_word

LARGEST_FILE: Final = 20 * 1024 * 1024
EXTENSIONS: Final = (".txt", ".docx", ".md")

_WORD: Final = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_MARKDOWN: Final = frozenset({".md", ".markdown"})
_TEXT: Final = frozenset({".txt", ".text", ""})
_ZIP: Final = b"PK\x03\x04"
_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word before 2007, and every encrypted Office file
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def read_manual(source: Path | BinaryIO, name: str) -> list[Paragraph]:
    """Return the non-blank paragraphs of a `.txt`, `.docx` or `.md` file. Raise `BadManual` when it is none of them.

    `name` is the file's name as its owner knows it. A file over `LARGEST_FILE` is refused before it is read.
    """
    content = _content(source)
    _refuse_other_kinds(content)
    extension = PurePath(name).suffix.lower()
    if content.startswith(_ZIP) or extension in _WORD:
        paragraphs = read_word(content)
    elif extension in _MARKDOWN:
        paragraphs = read_markdown(content)
    elif extension in _TEXT:
        paragraphs = read_text(content)
    else:
        raise BadManual(
            _("Files of the kind “%(extension)s” cannot be imported. Use a Word file (.docx), plain text or Markdown.")
            % {"extension": extension}
        )
    if not any(character.isalnum() for paragraph in paragraphs for character in paragraph.text):
        raise BadManual(_("There is no text in the file."))
    return paragraphs


def _content(source: Path | BinaryIO) -> bytes:
    if isinstance(source, Path):
        try:
            _refuse_size(source.stat().st_size)
            return source.read_bytes()
        except OSError as error:
            raise BadManual(_("The file cannot be opened: %(reason)s") % {"reason": error.strerror}) from error
    _refuse_size(source.seek(0, 2))
    source.seek(0)
    return source.read(LARGEST_FILE + 1)


def _refuse_size(size: int) -> None:
    if size == 0:
        raise BadManual(_("The file is empty."))
    if size > LARGEST_FILE:
        raise BadManual(
            _("The file is too large: %(size)d MB, the most is %(most)d MB. Make its pictures smaller or split it.")
            % {"size": round(size / 1024 / 1024), "most": LARGEST_FILE // 1024 // 1024}
        )


def _refuse_other_kinds(content: bytes) -> None:
    if content.startswith(_COMPOUND_FILE):
        if _ENCRYPTED in content:
            raise BadManual(_("The Word file is protected by a password. Save it without one."))
        raise BadManual(_("This is a Word file of the old kind (.doc). Open it in Word and save it as .docx."))
    if content.startswith(b"%PDF"):
        raise BadManual(_("This is a PDF. Import the Word file that it was made from, or its text."))
    if content.startswith(b"{\\rtf"):
        raise BadManual(_("This is a rich text file (.rtf). Open it in Word and save it as .docx."))
