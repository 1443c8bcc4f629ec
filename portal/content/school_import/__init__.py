"""Schools and their networks from a CSV file: all of it or nothing, and a report that says row by row what to mend."""

from .resource import import_schools
from .values import SchoolImport

__all__ = ["SchoolImport", "import_schools"]
