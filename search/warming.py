"""Loads the dictionary and opens the index when a server process starts: the first visitor does not wait for it."""

from __future__ import annotations

import logging
from threading import Thread

from django.db import DatabaseError, connection

from portal.thai.spelling import is_right

from . import lexicon
from .backends import SearchUnavailable, get_backend
from .understanding import understand
from .word_memory import indexed_words

logger = logging.getLogger(__name__)


def warm_up() -> Thread:
    """Begin, beside the first requests. What is not there yet, a database or an index, the search says itself."""
    thread = Thread(target=_load, name="search-warm-up", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    try:
        understand("การค้นหา", lexicon.current())
        indexed_words()
        is_right("การ")
        get_backend().check()
    except (DatabaseError, SearchUnavailable) as error:
        logger.info("The search is not ready yet: %s", error)
    finally:
        connection.close()
