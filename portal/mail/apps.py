"""Letters that wait in a queue and are sent again when the post fails."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from portal.jobs import Job


class MailConfig(AppConfig):
    """See the module."""

    name = "portal.mail"
    label = "mail"
    verbose_name = _("E-mail")

    def timed_jobs(self) -> list[Job]:
        """Send each minute what waits, and forget what was sent."""
        from portal.jobs import Job

        from .letters import forget_old, send_waiting

        return [
            Job("send letters", send_waiting, timedelta(minutes=1)),
            Job("forget old letters", forget_old, timedelta(days=1)),
        ]
