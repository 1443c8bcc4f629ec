"""What has to happen by the clock: schedules, changes that wait, files that nobody read yet."""

from __future__ import annotations

import logging
from datetime import timedelta
from io import StringIO
from time import monotonic
from typing import Final

from django.core.management import call_command

from portal.content.attachment_text.records import catch_up as read_files
from portal.jobs import Job, brought

from .backends import SearchUnavailable
from .draining import drain, settle_everything
from .log import forget_old

logger = logging.getLogger(__name__)

READING_SECONDS: Final = 20.0  # of a round that may go into files


def jobs() -> list[Job]:
    """In the order in which one profits from the other: what is published is then indexed."""
    return [
        Job("publish and unpublish what is scheduled", publish_scheduled, timedelta(minutes=1)),
        Job("read new files", lambda: read_files(READING_SECONDS), timedelta(minutes=1)),
        Job("bring the search up to date", lambda: not drain().unavailable, timedelta(minutes=1)),
        Job("compare index and database", settle_everything, timedelta(hours=1)),
        Job("forget old questions", forget_old, timedelta(days=1)),
        *brought(),
    ]


def run_due(all_jobs: list[Job]) -> list[str]:
    """Run what is due; the names of those that failed. A failing job is logged and stops no other."""
    failed = []
    for job in all_jobs:
        if job.is_due(monotonic()):
            job.last = monotonic()
            if not _runs(job):
                failed.append(job.name)
    return failed


def publish_scheduled() -> None:
    """As the command of that name, which says nothing unless something is wrong."""
    call_command("publish_scheduled", stdout=StringIO())


def _runs(job: Job) -> bool:
    try:
        return job.run() is not False
    except SearchUnavailable as error:
        logger.error("The timer could not %s: %s", job.name, error)
    except Exception:
        logger.exception("The timer could not %s.", job.name)
    return False
