"""What an index frees while it is built goes back to the system, instead of staying with this process."""

from __future__ import annotations

import ctypes
from typing import Final

_MMAP_THRESHOLD: Final = -3  # M_MMAP_THRESHOLD of glibc's <malloc.h>
_LARGE: Final = 256 * 1024  # bytes; tantivy asks for a megabyte at a time


def give_back_what_is_freed() -> bool:
    """Have large blocks mapped one by one, so that each is gone when it is freed; False where that cannot be told.

    Left alone, glibc takes the next ones of that size from a heap that only shrinks from its end: a tenth of the memory
    of a rebuild. `mallopt(3)`: a threshold that is set is no longer raised."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # of other C libraries, such as musl, there is none
    return bool(mallopt and mallopt(_MMAP_THRESHOLD, _LARGE))
