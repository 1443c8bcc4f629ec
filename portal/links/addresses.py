"""The addresses that stand in a page or record, whatever its fields: text, rich text, streams, rows, links."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

LONGEST: Final = 2000  # letters of an address
_WEB: Final = ("http://", "https://")
_HREF: Final = re.compile(r"""href\s*=\s*["']([^"']+)["']""", re.IGNORECASE)
_PAGE: Final = re.compile(r"""<a\b(?=[^>]*\blinktype=["']page["'])[^>]*\bid=["'](\d{1,9})["']""", re.IGNORECASE)
_IN_TEXT: Final = re.compile(r"""https?://[^\s<>"'{}|\\^`]+""", re.IGNORECASE)
# Thai goes on without a space behind an address; in one, it begins behind one of these.
_THAI_AFTER: Final = re.compile(r"(?<![/=_%&?#-])(?<![ก-๛])[ก-๛]")
_TRAILING: Final = ".,;:!?)]}’”\"'"


def web_addresses(value: object) -> set[str]:
    """Every http(s) address in a value, also deep in lists and in JSON that is kept as text."""
    found: set[str] = set()
    for text in _texts(value):
        hrefs = {html.unescape(one).strip() for one in _HREF.findall(text)}
        found |= {one for one in hrefs if one.lower().startswith(_WEB)}
        rest = _HREF.sub(" ", text)
        found |= {_trimmed(html.unescape(one)) for one in _IN_TEXT.findall(rest)}
    return {one for one in found if len(one) <= LONGEST and _host(one)}


def linked_pages(value: object) -> set[int]:
    """The keys of the portal's pages that rich text links to."""
    return {int(key) for text in _texts(value) for key in _PAGE.findall(text)}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield from _texts(parsed) if (parsed := _as_json(value)) is not None else (value,)


def _as_json(text: str) -> object:
    """What a stream field keeps; None for what is plain text."""
    if not text.startswith(("[{", '{"')):
        return None
    try:
        parsed: object = json.loads(text)
    except ValueError:
        return None
    return parsed


def _trimmed(address: str) -> str:
    """Without the sentence around it."""
    thai = _THAI_AFTER.search(address)
    kept = address[: thai.start()] if thai else address
    while kept and kept[-1] in _TRAILING and not (kept[-1] == ")" and kept.count("(") >= kept.count(")")):
        kept = kept[:-1]
    return kept


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
