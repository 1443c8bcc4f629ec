"""Text files and CSV in the encodings that Thai offices use."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_MARKS: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS: Final = 0.01
_THAI: Final = re.compile("[ก-๛]")
_BEYOND_ASCII: Final = re.compile("[^\x00-\x7f]")
# A mark that stands behind nothing it could sit on: another encoding, read as Thai, is full of them.
_MISPLACED: Final = re.compile("(?<![ก-๎])[ัิ-ฺ็-๎]")
_MOST_MISPLACED: Final = 0.02
_SAMPLE: Final = 64 * 1024


def read_plain(path: Path, most_letters: int) -> str:
    """Return the text of the file, at most that many letters of it and a few more."""
    with path.open("rb") as file:
        content = file.read(most_letters * 4)
    return decode(content)[: most_letters + 1]


def looks_like_text(head: bytes) -> bool:
    """Say whether the beginning of a file decodes to something without control characters."""
    text = decode(head)
    return bool(text) and len(_CONTROLS.findall(text)) <= len(text) * _MOST_CONTROLS


def decode(content: bytes) -> str:
    """Return the text: UTF-8, UTF-16 with or without its mark, TIS-620 or Windows-874, else what is most likely."""
    encoding = _encoding(content)
    return content.decode(encoding, errors="replace") if encoding else ""


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return encoding
    sample = content[:_SAMPLE]
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp874"):
        if _fits(sample, encoding):
            return encoding
    from charset_normalizer import from_bytes  # slow to load, and few files need it

    best = from_bytes(sample).best()
    return best.encoding if best else ""


def _fits(sample: bytes, encoding: str) -> bool:
    """Say whether `sample`, whose last letter may be cut, is in `encoding`; all but UTF-8 must show it by its Thai."""
    text = sample[: len(sample) - len(sample) % 2 or 1].decode(encoding, errors="replace")
    sound = text.removesuffix("\ufffd")
    if "\ufffd" in sound or len(_CONTROLS.findall(sound)) > len(sound) * _MOST_CONTROLS:
        return False
    beyond, thai = len(_BEYOND_ASCII.findall(sound)), len(_THAI.findall(sound))
    if encoding == "utf-8" or (encoding.startswith("utf-16") and not beyond):
        return True
    return thai * 2 > beyond and len(_MISPLACED.findall(sound)) <= thai * _MOST_MISPLACED
