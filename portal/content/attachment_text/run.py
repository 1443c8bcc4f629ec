"""The process that reads files: `python -m portal.content.attachment_text.run`, one order and one answer a line.

It gives up memory and time beyond its limits, writes no file and knows no Django: what a hostile file does to a parser
ends here.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Final

from .office_xml import read_office
from .plain import read_plain
from .printed import read_pages
from .sheets import read_sheets
from .sniffing import kind_of
from .values import FileProblem, Kind, Problem, Reading

_WITHOUT_TEXT: Final = {
    Kind.EMPTY: Problem.EMPTY,
    Kind.OLD_OFFICE: Problem.OLD_FORMAT,
    Kind.LOCKED_OFFICE: Problem.LOCKED,
    Kind.PICTURE: Problem.PICTURE,
    Kind.ARCHIVE: Problem.ARCHIVE,
    Kind.DAMAGED: Problem.DAMAGED,
    Kind.UNKNOWN: Problem.UNKNOWN,
}
_GRACE: Final = 2  # seconds of processor time beyond the deadline, to give the answer


def main() -> None:
    """Answer orders until there are no more: `{"path", "letters", "seconds", "memory"}` to a `Reading`."""
    for line in sys.stdin:
        order = json.loads(line)
        _limit(order["seconds"], order["memory"])
        answer = read(Path(order["path"]), order["letters"], order["seconds"])
        json.dump(asdict(answer), sys.stdout)
        sys.stdout.write("\n")
        sys.stdout.flush()


def read(path: Path, letters: int, seconds: float) -> Reading:
    """Read one file; whatever is wrong with it becomes a problem."""
    deadline = time.monotonic() + seconds
    kind = Kind.UNKNOWN
    pages: list[str] = []
    try:
        kind = kind_of(path)
        if kind in _WITHOUT_TEXT:
            return Reading(kind, problem=_WITHOUT_TEXT[kind])
        is_cut = _fill(pages, _pieces(path, kind, letters, deadline), letters, deadline)
    except Exception as error:
        return Reading(
            kind,
            tuple(pages),
            # What was read before the fault is worth finding.
            problem=Problem.NONE if any(pages) else _problem_of(error),
            is_cut=True,
            is_late=isinstance(error, TimeoutError),
            error=repr(error)[:300],
        )
    return Reading(kind, tuple(pages), is_cut=is_cut)


def _problem_of(error: Exception) -> Problem:
    if isinstance(error, FileProblem):
        return error.problem
    if isinstance(error, MemoryError):
        return Problem.TOO_LARGE
    return Problem.TOO_SLOW if isinstance(error, TimeoutError) else Problem.DAMAGED


def _pieces(path: Path, kind: Kind, letters: int, deadline: float) -> Iterator[str]:
    if kind == Kind.PDF:
        return read_pages(path, deadline)
    if kind == Kind.SHEET:
        return read_sheets(path)
    if kind == Kind.TEXT:
        return iter([read_plain(path, letters)])
    return read_office(path, kind)


def _fill(pages: list[str], pieces: Iterator[str], letters: int, deadline: float) -> bool:
    """Collect the pieces up to the limits; return whether some are left."""
    left = letters
    for piece in pieces:
        if time.monotonic() > deadline:
            raise TimeoutError
        pages.append(piece[:left])
        left -= len(piece)
        if left < 0:
            return True
    return False


def _limit(seconds: float, memory: int) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    processor = int(used.ru_utime + used.ru_stime + seconds) + _GRACE
    limits = {
        resource.RLIMIT_CPU: processor,
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for name, limit in limits.items():
        # Some systems other than Linux refuse one or the other; the time limit of the asking side holds everywhere.
        with suppress(ValueError, OSError):
            resource.setrlimit(name, (limit, resource.getrlimit(name)[1]))


if __name__ == "__main__":
    main()
