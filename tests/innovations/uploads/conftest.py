"""The contributor of My works, who uploads."""

from tests.innovations.my_works.conftest import browser, complete, school, shelves, teacher, work, writer

__all__ = ["browser", "complete", "school", "shelves", "teacher", "work", "writer"]
