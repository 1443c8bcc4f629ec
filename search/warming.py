"""Loads the dictionary and opens the index when a server process starts: the first visitor does not wait for it."""

from __future__ import annotations

import logging

from django.db import DatabaseError, connection
from django.template.loader import get_template

from portal.thai.spelling import is_right

from . import lexicon
from .backends import SearchUnavailable, get_backend
from .understanding import understand
from .word_memory import indexed_words

logger = logging.getLogger(__name__)


def load() -> None:
    """What is not there yet, a database or an index, the search says itself."""
    try:
        understand("การค้นหา", lexicon.current())
        indexed_words()
        is_right("การ")
        get_template("search/results.html")
        get_backend().check()
    except (DatabaseError, SearchUnavailable) as error:
        logger.info("The search is not ready yet: %s", error)
    finally:
        connection.close()
