"""Page furniture: page numbers, running headers and footers, headings repeated on the next page."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from django.utils.translation import gettext as _

from manuals.importer.ledger import Ledger
from manuals.importer.lines import Line
from manuals.importer.paragraph import Style

_PAGE_NUMBER: Final = re.compile(
    r"(?:หน้า(?:ที่)?\s*|page\s*)?[-–—]?\s*[0-9๐-๙]{1,3}\s*[-–—]?(?:\s*(?:/|จาก|of)\s*[0-9๐-๙]{1,3})?", re.IGNORECASE
)
_RULE: Final = re.compile(r"[-–—_=*~.·•#+ \t]{3,}")
_PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
_FEWEST: Final = 3  # repetitions that make a running header


def leave_out_furniture(lines: Sequence[Line], ledger: Ledger) -> list[Line]:
    """Enter page furniture into the ledger as left out, and return the other lines."""
    headers = _running_headers(lines)
    kept = []
    for index, line in enumerate(lines):
        if line.paragraph.style is Style.MARGIN:
            ledger.leave_out(line, _("A running header or footer of the page."))
        elif line.is_text and _PAGE_NUMBER.fullmatch(line.text):
            ledger.leave_out(line, _("A page number."))
        elif line.is_text and _RULE.fullmatch(line.text):
            ledger.leave_out(line, _("A line drawn with characters."))
        elif line.paragraph.style is Style.IMAGE and not _is_shown(line):
            ledger.leave_out(line, _("A picture of a kind that browsers do not show. Add it again as PNG or JPEG."))
        elif index in headers:
            ledger.leave_out(line, _("A running header, repeated on every page."))
        elif line.heading and line.heading.is_continued and not line.heading.inline:
            ledger.leave_out(line, _("A heading repeated where the page was broken."))
        else:
            kept.append(line)
    return kept


def _is_shown(line: Line) -> bool:
    return PurePath(line.paragraph.image_name).suffix.lower() in _PICTURES


def _running_headers(lines: Sequence[Line]) -> set[int]:
    """Return the lines at the top or foot of a page whose text comes again and again just there.

    The first of them stays: it may be the title that the others repeat.
    """
    at_edge = [
        index for index, line in enumerate(lines) if line.is_text and not line.heading and _is_at_edge(lines, index)
    ]
    counts = Counter(lines[index].key for index in at_edge)
    repeated = [index for index in at_edge if counts[lines[index].key] >= _FEWEST]
    firsts = {lines[index].key: index for index in reversed(repeated)}
    return set(repeated) - set(firsts.values())


def _is_at_edge(lines: Sequence[Line], index: int) -> bool:
    neighbours = [lines[other] for other in (index - 1, index + 1) if 0 <= other < len(lines)]
    sheet = lines[index].paragraph.sheet
    return any(_PAGE_NUMBER.fullmatch(other.text) or other.paragraph.sheet != sheet for other in neighbours)
