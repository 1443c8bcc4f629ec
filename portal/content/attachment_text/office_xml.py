"""Paragraphs of Word, PowerPoint and OpenDocument files, read from their XML piece by piece.

Not through python-docx, mammoth or python-pptx: each leaves out what readers see (text boxes, content controls and
footnotes; headers; SmartArt), and each builds the whole document in memory before the first word is out.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from lxml import etree

from .values import FileProblem, Kind, Problem

_LARGEST_PART: Final = 400 * 1024 * 1024  # bytes, unpacked: far more than a book
_NUMBERS: Final = re.compile("[0-9]+")


@dataclass(frozen=True, slots=True)
class _Dialect:
    """Local names of one family of formats; they are the same in its strict and its transitional namespaces."""

    paragraphs: frozenset[str]
    texts: frozenset[str]  # elements whose text counts; empty: all text inside a paragraph
    blanks: dict[str, str]
    cells: frozenset[str]
    rows: frozenset[str]
    skipped: frozenset[str]


_WORD: Final = _Dialect(
    paragraphs=frozenset({"p"}),
    texts=frozenset({"t"}),
    blanks={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    cells=frozenset({"tc"}),
    rows=frozenset({"tr"}),
    skipped=frozenset({"Fallback", "moveFrom", "del", "pPr", "rPr"}),
)
_DRAWING: Final = _Dialect(
    paragraphs=frozenset({"p"}),
    texts=frozenset({"t"}),
    blanks={"br": "\n"},
    cells=frozenset({"tc"}),
    rows=frozenset({"tr"}),
    skipped=frozenset({"Fallback", "fld", "pPr", "rPr"}),  # fields: slide numbers and dates
)
_OPEN: Final = _Dialect(
    paragraphs=frozenset({"p", "h"}),
    texts=frozenset(),
    blanks={"tab": "\t", "s": " ", "line-break": "\n"},
    cells=frozenset({"table-cell"}),
    rows=frozenset({"table-row"}),
    skipped=frozenset({"tracked-changes", "annotation"}),
)
# What is read of each kind, in the order of reading.
_PARTS: Final[dict[Kind, tuple[tuple[str, _Dialect], ...]]] = {
    Kind.WORD: (
        (r"word/document\.xml", _WORD),
        (r"word/(?:foot|end)notes\.xml", _WORD),
        (r"word/(?:header|footer)[0-9]*\.xml", _WORD),
        (r"word/(?:charts/chart|diagrams/data)[0-9]+\.xml", _DRAWING),
    ),
    Kind.SLIDES: (
        (r"ppt/slides/slide[0-9]+\.xml", _DRAWING),
        (r"ppt/notesSlides/notesSlide[0-9]+\.xml", _DRAWING),
        (r"ppt/(?:charts/chart|diagrams/data)[0-9]+\.xml", _DRAWING),
    ),
    Kind.SHEET: ((r"xl/(?:drawings/drawing|charts/chart|diagrams/data)[0-9]+\.xml", _DRAWING),),
    Kind.OPEN: ((r"content\.xml", _OPEN),),
}


def read_office(path: Path, kind: Kind) -> Iterator[str]:
    """Yield the paragraphs and table rows of the file; one that repeats as header or footer comes once."""
    with zipfile.ZipFile(path) as archive:
        for pattern, dialect in _PARTS[kind]:
            seen: set[str] = set()
            for name in _parts(archive, pattern):
                with archive.open(name) as part:
                    for paragraph in _paragraphs(part, dialect):
                        if "header" not in pattern or paragraph not in seen:
                            seen.add(paragraph)
                            yield paragraph


def _parts(archive: zipfile.ZipFile, pattern: str) -> list[str]:
    """Return the names of the parts, slide 2 before slide 10."""
    found = [entry for entry in archive.infolist() if re.fullmatch(pattern, entry.filename)]
    if any(entry.file_size > _LARGEST_PART for entry in found):
        raise FileProblem(Problem.TOO_LARGE)
    return sorted((entry.filename for entry in found), key=lambda name: (*map(int, _NUMBERS.findall(name)), name))


def _paragraphs(part: IO[bytes], dialect: _Dialect) -> Iterator[str]:
    """Yield what one reads, line by line; a table row is one line, its cells apart by tabs."""
    cells: list[list[str]] = []  # the paragraphs of each cell that is open
    rows: list[list[str]] = []
    skipping = 0
    for event, element in etree.iterparse(
        part, events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    ):
        name = _local(element)
        if name in dialect.skipped:
            skipping += 1 if event == "start" else -1
            if event == "end":
                element.clear(keep_tail=True)
            continue
        if skipping:
            continue
        if event == "start":
            _open(name, dialect, cells, rows)
            continue
        yield from _close(element, name, dialect, cells, rows)


def _open(name: str, dialect: _Dialect, cells: list[list[str]], rows: list[list[str]]) -> None:
    if name in dialect.rows:
        rows.append([])
    elif name in dialect.cells:
        cells.append([])


def _close(
    element: etree._Element, name: str, dialect: _Dialect, cells: list[list[str]], rows: list[list[str]]
) -> Iterator[str]:
    line = ""
    if name in dialect.paragraphs:
        line = "".join(_texts(element, dialect)).strip()
    elif name in dialect.cells and cells:
        text = " ".join(cells.pop())
        if text and rows:
            rows[-1].append(text)
    elif name in dialect.rows and rows:
        line = "\t".join(rows.pop())
    else:
        return
    element.clear(keep_tail=True)
    if line and cells:
        cells[-1].append(line)
    elif line:
        yield line


def _texts(paragraph: etree._Element, dialect: _Dialect) -> Iterator[str]:
    if not dialect.texts and paragraph.text:
        yield paragraph.text
    for element in paragraph.iterdescendants():
        name = _local(element)
        if name in dialect.texts or not dialect.texts:
            yield element.text or ""
        yield dialect.blanks.get(name, "")
        if not dialect.texts:
            yield element.tail or ""


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
