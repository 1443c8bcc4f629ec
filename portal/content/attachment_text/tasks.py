"""Reading of files that were just saved, as a task."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Final

from django_tasks import task, task_backends
from django_tasks.backends.immediate import ImmediateBackend

from .reader import Reader
from .records import FULL, read_all, read_quickly, unread

PATIENCE: Final = 4.0  # seconds that an upload may take longer
SMALL: Final = 5 * 1024 * 1024  # bytes; a larger file is not begun while somebody waits


@task()
def read_documents(keys: list[int]) -> int:
    """Read the files of these documents that were not read yet; return how many were.

    Where tasks run in the request, what would keep the editor waiting is left to the timer."""
    documents = unread().filter(pk__in=keys)
    if not isinstance(task_backends["default"], ImmediateBackend):
        return sum(1 for _document in read_all(documents))
    count = 0
    end = time.monotonic() + PATIENCE
    with Reader() as reader:
        for document in documents.exclude(file_size__gt=SMALL):
            left = end - time.monotonic()
            if left <= 0 or not read_quickly(document, replace(FULL, seconds=left), reader):
                break
            count += 1
    return count
