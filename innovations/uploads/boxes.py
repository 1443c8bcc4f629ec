"""The boxes of which MP4 and M4A files are made: whether the file is whole, how it is shown, where it was filmed."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final

_INSIDE: Final = (b"moov", b"trak", b"mdia")  # boxes that hold what is looked for
_TELLS: Final = (b"udta", b"meta", b"uuid")  # places, makers, comments: nothing that a player needs
_MOST: Final = 10_000  # boxes; a film has some dozens
_PIECE: Final = bytes(64 * 1024)


class Broken(Exception):
    """The boxes do not fit the file: it was cut off, or is something else."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box: its four letters, where its content begins and ends."""

    kind: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Film:
    """How long it is in seconds, how wide and high it is shown; 0 where that is not told, as in a sound."""

    duration: float = 0
    width: int = 0
    height: int = 0


def brand_of(file: IO[bytes]) -> bytes:
    """What kind of MP4 the file says it is: `isom`, `M4A `, `qt  `, `heic` …; nothing where it says none."""
    file.seek(0)
    head = file.read(12)
    return head[8:12] if head[4:8] == b"ftyp" else b""


def without_place(file: IO[bytes]) -> Film:
    """Blank in place what tells where and with what the film was made; the rest stays where it was. Raises `Broken`."""
    found = list(_walk(file, 0, _size(file)))
    if not any(box.kind == b"moov" for box in found):
        raise Broken
    film = _film(file, found)
    for box in found:
        if box.kind in _TELLS:
            _blank(file, box)
    return film


def _walk(file: IO[bytes], start: int, end: int, depth: int = 0) -> Iterator[Box]:
    number = 0
    while start < end:
        number += 1
        box = _box_at(file, start, end)
        if number > _MOST:
            raise Broken
        yield box
        if box.kind in _INSIDE and depth < len(_INSIDE):
            yield from _walk(file, box.start, box.end, depth + 1)
        start = box.end


def _box_at(file: IO[bytes], start: int, end: int) -> Box:
    file.seek(start)
    head = file.read(16)
    if len(head) < 8:
        raise Broken
    size, kind = struct.unpack(">I4s", head[:8])
    length = 8
    if size == 1 and len(head) == 16:
        (size,), length = struct.unpack(">Q", head[8:]), 16
    elif size == 0:  # to the end of the file
        size = end - start
    if size < length or start + size > end:
        raise Broken
    return Box(kind, start + length, start + size)


def _film(file: IO[bytes], boxes: list[Box]) -> Film:
    duration, sizes = 0.0, [(0, 0)]
    for box in boxes:
        if box.kind == b"mvhd":
            duration = _duration(_content(file, box))
        elif box.kind == b"tkhd":
            sizes.append(_shown_size(_content(file, box)))
    width, height = max(sizes)
    return Film(duration, width, height)


def _duration(content: bytes) -> float:
    is_long = content[:1] == b"\x01"
    form, place = (">IQ", 20) if is_long else (">II", 12)
    if len(content) < place + struct.calcsize(form):
        raise Broken
    scale, length = struct.unpack_from(form, content, place)
    return float(length / scale) if scale else 0.0


def _shown_size(content: bytes) -> tuple[int, int]:
    """As the track is turned: phones film lying on their side and say so."""
    if len(content) < 84:
        raise Broken
    width, height = (value >> 16 for value in struct.unpack(">II", content[-8:]))
    (across,) = struct.unpack_from(">i", content, len(content) - 44)
    return (height, width) if width and across == 0 else (width, height)


def _content(file: IO[bytes], box: Box) -> bytes:
    file.seek(box.start)
    return file.read(min(box.end - box.start, 200))


def _blank(file: IO[bytes], box: Box) -> None:
    """Of the same length, called `free`, as players skip it."""
    file.seek(box.start)
    left = box.end - box.start
    while left:
        left -= file.write(_PIECE[:left])
    header = 16 if _is_long(file, box) else 8
    file.seek(box.start - header + 4)
    file.write(b"free")


def _is_long(file: IO[bytes], box: Box) -> bool:
    """Whether its size is written in eight letters."""
    file.seek(box.start - 16)
    return box.start >= 16 and file.read(8) == b"\x00\x00\x00\x01" + box.kind


def _size(file: IO[bytes]) -> int:
    return file.seek(0, 2)
