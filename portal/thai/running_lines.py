"""The lines that a printed text repeats on every page, and page numbers: they are of the paper, not of the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from portal.thai.normalise import squash

_EDGE: Final = 3  # lines at the top and at the bottom of a page that may be running ones, but no more than two thirds
_FEWEST_PAGES: Final = 3
_SHARE: Final = 0.4  # of the pages: left and right pages have headers of their own
_LONGEST: Final = 160
_NUMBER: Final = re.compile(r"[0-9]+|\b[ivxl]+\b")
_ONLY_NUMBER: Final = re.compile(r"(?:หน้า|page)?[-–—(\[|/.]*#(?:(?:จาก|ของ|of|/)#)?[-–—)\]|/.]*")


def without_running_lines(pages: Sequence[str]) -> list[str]:
    """Return the pages without their running heads and feet, but for the first, and without their numbers."""
    lines = [page.split("\n") for page in pages]
    counted = Counter(key for page in lines for key in {_key(page[index]) for index in _edges(page)})
    written = sum(bool(page.strip()) for page in pages)
    needed = max(_FEWEST_PAGES, written * _SHARE)
    running = {key for key, count in counted.items() if key and count >= needed}
    seen: set[str] = set()
    return ["\n".join(_kept(page, running, seen)) for page in lines]


def _kept(page: list[str], running: set[str], seen: set[str]) -> Iterator[str]:
    edges = set(_edges(page))
    for index, line in enumerate(page):
        key = _key(line) if index in edges else ""
        if key not in running:
            yield line
        elif key not in seen:
            seen.add(key)
            if not _ONLY_NUMBER.fullmatch(key):
                yield line


def _edges(page: list[str]) -> list[int]:
    written = [index for index, line in enumerate(page) if line.strip()]
    edge = min(_EDGE, len(written) // 3)
    return [*written[:edge], *written[len(written) - edge :]]


def _key(line: str) -> str:
    """What a running line has in common with its like on the other pages: all but its numbers."""
    return _NUMBER.sub("#", squash(line)) if len(line) <= _LONGEST else ""
