"""Thai digits or Arabic ones throughout a page: in the text that is read, never in an address, a name or a script."""

import re
from typing import Final

from .digits import to_arabic, to_thai

# Their text is code, a form's own value, a formula, or copied letter by letter.
_KEPT: Final = frozenset({"script", "style", "textarea", "pre", "code", "kbd", "samp", "sub", "sup"})
_KEEP_MARK: Final = 'data-digits="keep"'
_TAGS: Final = re.compile(r"""(<!--.*?-->|</?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
_NAME: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
_PIECE: Final = re.compile(r"&#?\w+;|[!-%'-;=?-~]+")  # a character reference; letters without a blank or Thai


def write_digits(html: str, digits: str) -> str:
    """The HTML of our own templates with its numbers in one kind of digits, "arabic" or "thai".

    Words with a Latin letter keep theirs (web addresses, e-mail, PM2.5), as does what a template marks with
    `data-digits="keep"`. Every other byte stays as it was."""
    pieces = _TAGS.split(html)
    kept_in, depth = "", 0
    for index, piece in enumerate(pieces):
        if index % 2:
            kept_in, depth = _after_tag(piece, kept_in, depth)
        elif piece and not kept_in:
            pieces[index] = to_arabic(piece) if digits == "arabic" else _PIECE.sub(_in_thai, piece)
    return "".join(pieces)


def _after_tag(tag: str, kept_in: str, depth: int) -> tuple[str, int]:
    """Which element keeps its digits after this tag, and how many of the same name stand in it."""
    match = _NAME.match(tag)
    if match is None:
        return kept_in, depth
    name, is_end = match[1].lower(), tag.startswith("</")
    if not kept_in:
        opens = not is_end and not tag.endswith("/>") and (name in _KEPT or _KEEP_MARK in tag)
        return (name, 1) if opens else ("", 0)
    if name == kept_in:
        depth += -1 if is_end else 1
    return (kept_in, depth) if depth else ("", 0)


def _in_thai(match: re.Match[str]) -> str:
    text = match[0]
    return text if text.startswith("&") or re.search("[A-Za-z@]", text) else to_thai(text)
