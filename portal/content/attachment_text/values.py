"""What reading a file yields, what may be the matter with it, and how far reading goes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """Why a file has no text, or not all of it, that can be searched. The values are stored: they never change."""

    NONE = ""
    # with text
    CUT = "cut"
    SOME_PAGES = "some_pages"
    MISNAMED = "misnamed"
    # without
    SCAN = "scan"
    EMPTY = "empty"
    GARBLED = "garbled"
    LOCKED = "locked"
    DAMAGED = "damaged"
    OLD_FORMAT = "old_format"
    PICTURE = "picture"
    ARCHIVE = "archive"
    UNKNOWN = "unknown"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    MISSING = "missing"


class Kind(StrEnum):
    """What a file is, by its content and not by its name."""

    PDF = "pdf"
    WORD = "docx"
    SLIDES = "pptx"
    SHEET = "xlsx"
    OPEN = "odf"
    TEXT = "txt"
    OLD_OFFICE = "old_office"
    LOCKED_OFFICE = "locked_office"
    PICTURE = "picture"
    ARCHIVE = "archive"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much reading one file may cost: seconds, letters kept, bytes of the file, bytes of memory."""

    seconds: float = 20
    letters: int = 200_000
    file_bytes: int = 100 * 1024 * 1024
    memory: int = 1024 * 1024 * 1024

    @property
    def raw_letters(self) -> int:
        """Letters read before mending, which drops some."""
        return self.letters + self.letters // 4


@dataclass(frozen=True, slots=True)
class Extracted:
    """The mended text of a file, and what the editor should know: `detail` completes the sentence about `problem`.

    `is_late`: with more time there would be more."""

    text: str = ""
    problem: Problem = Problem.NONE
    detail: str = ""
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The raw text of a file as the reading process gives it: its pages where it is printed, else one part."""

    kind: Kind
    pages: tuple[str, ...] = ()
    problem: Problem = Problem.NONE
    is_cut: bool = False
    is_late: bool = False
    error: str = ""


class FileProblem(Exception):
    """Raised while a file is read, with the problem that ends it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem
