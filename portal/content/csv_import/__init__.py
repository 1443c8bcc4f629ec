"""Lists from CSV files: checked first, then carried out, on a screen of the admin or by a command."""

from .table import MOST_BYTES, UnreadableFile, read_table
from .values import ProblemInRow, Report, refused

__all__ = ["MOST_BYTES", "ProblemInRow", "Report", "UnreadableFile", "read_table", "refused"]
