"""Schools and their networks from a CSV file: all of it or nothing, and a report that says row by row what to mend."""

from .reading import MOST_BYTES, UnreadableFile
from .resource import import_schools
from .values import ProblemInRow, SchoolImport

__all__ = ["MOST_BYTES", "ProblemInRow", "SchoolImport", "UnreadableFile", "import_schools"]
