"""Text files: their encoding found or refused, one paragraph a line."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _

from manuals.importer.paragraph import BadManual, Paragraph

_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_FEWEST_THAI: Final = 0.5  # of the letters beyond ASCII: below this, Windows-874 is not what the file is in
_CONTROLS: Final = frozenset(map(chr, [*range(9), *range(14, 27), *range(28, 32), 127]))
_MOST_CONTROLS: Final = 0.001

_FEWEST_APART: Final = 0.2  # of the paragraphs


def read_text(content: bytes) -> list[Paragraph]:
    """Return the non-blank lines of a text file. Raise `BadManual` when it is none, or in an unknown encoding."""
    return split_lines(decode(content))


def decode(content: bytes) -> str:
    """Return the text of UTF-8, UTF-16 with its mark, or TIS-620/Windows-874; refuse all else."""
    if content.startswith(_UTF16_MARKS):
        return _checked(_decoded(content, "utf-16"))
    if b"\x00" in content:
        raise BadManual(_("This is not a text file. Save the manual as a Word file (.docx) or as plain text in UTF-8."))
    try:
        return _checked(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _checked(_decode_thai_windows(content))


def split_lines(text: str) -> list[Paragraph]:
    """Return each non-blank line as a paragraph. Only line feeds end a line, as in an editor that shows the number."""
    paragraphs: list[Paragraph] = []
    sheet = 0
    is_after_blank = True
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        sheet += line.count("\f")
        stripped = line.replace("\f", " ").strip("\n\v\u200b\ufeff ")
        if stripped.strip():
            paragraphs.append(Paragraph(number, stripped, stands_alone=is_after_blank, sheet=sheet))
        is_after_blank = not stripped.strip()
    return paragraphs if _uses_blank_lines(paragraphs) else [replace(found, stands_alone=True) for found in paragraphs]


def _uses_blank_lines(paragraphs: Sequence[Paragraph]) -> bool:
    """In a text that sets no blank lines, their absence says nothing."""
    return sum(paragraph.stands_alone for paragraph in paragraphs) > len(paragraphs) * _FEWEST_APART


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadManual(
            _("The text is in an encoding that is not read here. Open it in its program and save it as UTF-8.")
        ) from error


def _decode_thai_windows(content: bytes) -> str:
    text = _decoded(content, "cp874")
    beyond_ascii = [character for character in text if not character.isascii()]
    thai = sum("\u0e01" <= character <= "\u0e5b" for character in beyond_ascii)
    if thai < len(beyond_ascii) * _FEWEST_THAI or not _reads_as_thai(text):
        raise BadManual(
            _("The text is in an encoding that is not read here. Open it in its program and save it as UTF-8.")
        )
    return text


def _reads_as_thai(text: str) -> bool:
    """Other encodings decode to Thai letters too, but their marks then stand where no Thai mark can."""
    marks = misplaced = 0
    before = " "
    for character in text:
        if character in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e33":
            marks += 1
            misplaced += not "\u0e01" <= before <= "\u0e4e"
        before = character
    return misplaced <= marks * 0.1


def _checked(text: str) -> str:
    """Refuse what decodes but is no text."""
    controls = sum(character in _CONTROLS for character in text)
    if controls > max(2, len(text) * _MOST_CONTROLS):
        raise BadManual(_("This is not a text file. Save the manual as a Word file (.docx) or as plain text in UTF-8."))
    return text
