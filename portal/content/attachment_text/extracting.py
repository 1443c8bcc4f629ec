"""A file's text, ready to be searched: read in its own process, mended, judged."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from portal.thai.extraction import mend, mend_pages
from portal.thai.plausible import is_readable

from .reader import Reader
from .values import Extracted, Kind, Limits, Problem, Reading

LOG: Final = logging.getLogger(__name__)
_FEWEST_LETTERS: Final = 3  # of a file: less is a stray mark of a scanner
_FEWEST_ON_A_PAGE: Final = 20  # letters of a printed page that is no picture
_MANY_PICTURES: Final = 0.25  # of the pages: below this it is the cover and a few plates
_COPY_CHUNK: Final = 1024 * 1024
_ENDINGS: Final[dict[str, Kind]] = {
    **dict.fromkeys((".pdf",), Kind.PDF),
    **dict.fromkeys((".docx", ".docm", ".dotx"), Kind.WORD),
    **dict.fromkeys((".pptx", ".ppsx", ".pptm"), Kind.SLIDES),
    **dict.fromkeys((".xlsx", ".xlsm"), Kind.SHEET),
    **dict.fromkeys((".odt", ".ods", ".odp"), Kind.OPEN),
    **dict.fromkeys((".txt", ".csv", ".md", ".tsv"), Kind.TEXT),
}


def extract(file: Path | IO[bytes], name: str, limits: Limits, reader: Reader | None = None) -> Extracted:
    """Return the text of `file`, called `name`, and what is the matter with it; no file makes this fail.

    Several files are read faster with one `reader` for all."""
    with _path_of(file) as path:
        if reader is not None:
            return _judged(reader.read(path, limits), name, limits)
        with Reader() as own:
            return _judged(own.read(path, limits), name, limits)


@contextmanager
def _path_of(file: Path | IO[bytes]) -> Iterator[Path]:
    """Give a path to what may lie in a storage without paths."""
    if isinstance(file, Path):
        yield file
        return
    with tempfile.NamedTemporaryFile(prefix="attachment-") as copy:
        while chunk := file.read(_COPY_CHUNK):
            copy.write(chunk)
        copy.flush()
        yield Path(copy.name)


def _judged(reading: Reading, name: str, limits: Limits) -> Extracted:
    if reading.error:
        LOG.warning("%s (%s): %s", name, reading.kind, reading.error)
    if reading.problem:
        return Extracted(problem=_renamed_problem(reading, name), is_late=reading.is_late)
    text = mend_pages(reading.pages) if reading.kind == Kind.PDF else mend("\n".join(reading.pages))
    if sum(map(str.isalnum, text)) < _FEWEST_LETTERS:
        return Extracted(problem=Problem.SCAN if reading.kind == Kind.PDF else Problem.EMPTY)
    if not is_readable(text):
        return Extracted(problem=Problem.GARBLED)
    return _with_text(reading, text, name, limits)


def _renamed_problem(reading: Reading, name: str) -> Problem:
    """A file that claims to be of a known kind and is of none is damaged, not unknown."""
    if reading.problem == Problem.UNKNOWN and Path(name).suffix.lower() in _ENDINGS:
        return Problem.DAMAGED
    return reading.problem


def _with_text(reading: Reading, text: str, name: str, limits: Limits) -> Extracted:
    if reading.is_cut or len(text) > limits.letters:
        kept = text[: limits.letters]
        return Extracted(kept, Problem.CUT, str(len(kept)), reading.is_late)
    expected = _ENDINGS.get(Path(name).suffix.lower())
    if expected is not None and expected != reading.kind:
        return Extracted(text, Problem.MISNAMED, reading.kind.value)
    pictures = sum(sum(map(str.isalnum, page)) < _FEWEST_ON_A_PAGE for page in reading.pages)
    if reading.kind == Kind.PDF and pictures > len(reading.pages) * _MANY_PICTURES and len(reading.pages) > 1:
        return Extracted(text, Problem.SOME_PAGES, f"{pictures}/{len(reading.pages)}")
    return Extracted(text)
