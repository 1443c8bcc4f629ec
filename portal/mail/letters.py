"""Letters: written into a queue in the database, sent by the timer, tried again when the post fails."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from email.utils import make_msgid
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils import timezone
from filelock import FileLock, Timeout
from post_office.mail import get_queued, send_queued
from post_office.models import PRIORITY, STATUS, Email, Log
from post_office.settings import get_message_id_fqdn

logger = logging.getLogger(__name__)

WAITS: Final = (1, 5, 15, 60, 180, 360, 720, 1440)  # minutes before each new try
KEPT_DAYS: Final = 14  # a letter that was sent or given up
LONGEST_SUBJECT: Final = 200


def send_letter(to: str, subject: str, text: str, *, html: str = "", headers: Mapping[str, str] | None = None) -> None:
    """Put a letter to one address into the queue; it goes out within a minute of the commit.

    `text` and `html` are finished: nothing in them is read as a template. What is wrong with the address or the
    post is logged and shown in the admin, never raised."""
    letter = Email(
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
        subject=" ".join(subject.split())[:LONGEST_SUBJECT],
        message=text,
        html_message=html,
        headers=dict(headers or {}),
        priority=PRIORITY.medium,
        status=STATUS.queued,
        message_id=make_msgid(domain=get_message_id_fqdn()),
    )
    try:
        letter.save()
    except ValidationError as error:
        logger.error("A letter was not written, its address is wrong: %s", "; ".join(error.messages))


def send_waiting() -> bool:
    """Send what waits, in batches; False when some letter could not be sent. Another process that sends goes first."""
    is_well = True
    try:
        with FileLock(settings.DATA_DIR / "letters.lock", timeout=0):
            while get_queued().exists():
                is_well = _send_batch() and is_well
    except Timeout:
        return True
    return is_well


def try_again(letters: list[int]) -> int:
    """Queue letters anew that were given up or wait for their next try; how many."""
    again = Email.objects.filter(pk__in=letters, status__in=[STATUS.failed, STATUS.requeued])
    return again.update(status=STATUS.queued, number_of_retries=0, scheduled_time=None)


def forget_old() -> None:
    """Delete letters that are done: they hold addresses and links that let somebody in."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    Email.objects.filter(last_updated__lt=before, status__in=[STATUS.sent, STATUS.failed]).delete()


def _send_batch() -> bool:
    last = Log.objects.aggregate(last=Max("pk"))["last"] or 0
    _, failed, requeued = send_queued(processes=1)
    for log in Log.objects.filter(pk__gt=last).select_related("email"):
        logger.error("Letter %s could not be sent: %s %s", log.email_id, log.exception_type, log.message)
        _wait_longer(log.email)
    return not failed + requeued


def _wait_longer(letter: Email) -> None:
    """From try to try: a server that is down is not asked each minute for a day."""
    if letter.status == STATUS.requeued:
        minutes = WAITS[min(letter.number_of_retries, len(WAITS)) - 1]
        Email.objects.filter(pk=letter.pk).update(scheduled_time=timezone.now() + timedelta(minutes=minutes))
