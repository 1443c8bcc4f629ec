"""What people look for: counted by day, kept without anything about the people, forgotten after a while."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import Final

from django.db import DatabaseError, transaction
from django.db.models import F, Sum
from django.utils import timezone

from portal.content.short_wait import short_wait
from portal.thai.normalise import fold
from portal.thai.personal import looks_personal

from .models import SearchedQuery

logger = logging.getLogger(__name__)

LONGEST_KEPT: Final = 100  # letters: what is longer is a pasted text, not a question
KEPT_DAYS: Final = 400
POPULAR_DAYS: Final = 30
POPULAR_FROM: Final = 3  # times: what few people ask says something about them

# Those that say so; CUBOT makes telephones.
_MACHINE: Final = re.compile(
    r"(?<!cu)bots?\b|crawl|spider|slurp|scrap|archiver|externalhit|link.?preview|monitor|uptime|validator|lighthouse",
    re.IGNORECASE,
)


def note(text: str, total: int) -> None:
    """Count the question `text`, which found `total` pages."""
    note_all({(text, total): 1})


def note_all(asked: Mapping[tuple[str, int], int]) -> None:
    """Count questions: (text, pages found) -> how many times. Never fails, and keeps nothing that looks personal."""
    times: Counter[tuple[str, bool]] = Counter()
    for (text, total), number in asked.items():
        if question := kept_form(text):
            times[question, total == 0] += number
    if not times:
        return
    try:
        with short_wait(), transaction.atomic():
            for (question, found_nothing), number in times.items():
                _count(question, number, found_nothing=found_nothing)
    except DatabaseError:
        logger.exception("%s questions could not be counted; the search itself went on.", times.total())


def kept_form(text: str) -> str:
    """The form in which a question is kept: normalised and folded; empty when it must not be kept."""
    question = fold(text).replace("\x00", "")
    is_question = any(character.isalnum() for character in question) and len(question) <= LONGEST_KEPT
    return question if is_question and not looks_personal(question) else ""


@lru_cache(maxsize=500)  # there are few kinds of browsers
def is_crawler(agent: str) -> bool:
    """Whether a browser calls itself a crawler, a monitor or the like: those are not counted. One that does not is not
    told from people."""
    return _MACHINE.search(agent) is not None


def popular(limit: int = 8) -> tuple[str, ...]:
    """What was asked often in the last 30 days and found something, the most frequent first."""
    since = timezone.localdate() - timedelta(days=POPULAR_DAYS)
    asked = (
        SearchedQuery.objects.filter(day__gt=since)
        .values("text")
        .annotate(found=Sum("asked") - Sum("found_nothing"))
        .filter(found__gte=POPULAR_FROM)
        .order_by("-found", "text")
    )
    return tuple(row["text"] for row in asked[:limit])


def forget_old() -> int:
    """Drop what was asked more than 400 days ago; how many rows that were."""
    dropped, _by_model = SearchedQuery.objects.filter(day__lt=timezone.localdate() - timedelta(days=KEPT_DAYS)).delete()
    return dropped


def _count(question: str, times: int, *, found_nothing: bool) -> None:
    """Two processes may count the same question at once: the database adds, and keeps one row a day."""
    row = SearchedQuery.objects.filter(text=question, day=timezone.localdate())
    more = {"asked": F("asked") + times, "found_nothing": F("found_nothing") + times * int(found_nothing)}
    if not row.update(**more):
        SearchedQuery.objects.bulk_create(
            [SearchedQuery(text=question, day=timezone.localdate())], ignore_conflicts=True
        )
        row.update(**more)
