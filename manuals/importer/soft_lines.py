"""Lines inside one paragraph (Shift+Enter in Word, a single line feed in Markdown): a new item or the same sentence."""

import re
from typing import Final

from manuals.importer.headings import recognise
from manuals.importer.numbering import parse_marker

_DEFINES: Final = re.compile(r".{2,150}?(หมายถึง|หมายความว่า|หมายความถึง)")


def split_soft_lines(text: str) -> list[tuple[int, str]]:
    """Return the paragraphs in `text`, each with the number of line feeds before it.

    A line begins a paragraph of its own when it is numbered, is a heading, has a tab or is the next of several
    definitions; otherwise it goes on.
    """
    paragraphs: list[tuple[int, str]] = []
    for offset, raw in enumerate(text.split("\n")):
        line = raw.strip()
        if not line:
            continue
        if paragraphs and not _begins_paragraph(line, paragraphs[-1][1]):
            start, before = paragraphs[-1]
            paragraphs[-1] = start, f"{before} {line}"
        else:
            paragraphs.append((offset, line))
    return paragraphs


def _begins_paragraph(line: str, before: str) -> bool:
    marker, _rest = parse_marker(line)
    is_item = "\t" in line or (marker is not None and marker.is_certain)
    is_next_definition = bool(_DEFINES.match(before) and _DEFINES.match(line))
    return is_item or is_next_definition or _is_heading(line) or _is_heading(before)


def _is_heading(line: str) -> bool:
    return recognise(parse_marker(line)[1]) is not None
