"""What is kept about signing in, and for how long; the privacy notice says the same."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.core.management import call_command
from django.utils import timezone

KEPT_DAYS: Final = 90  # the Computer Crime Act asks for that many


def forget_sign_ins() -> None:
    """Delete attempts, right and wrong, that are older, and sessions that ended."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    for model in (AccessAttempt, AccessFailureLog, AccessLog):
        model.objects.filter(attempt_time__lt=before).delete()
    call_command("clearsessions")
