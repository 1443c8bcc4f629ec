"""What is new, by e-mail, for those who asked for it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from portal.jobs import Job


class SubscriptionsConfig(AppConfig):
    """See the module."""

    name = "portal.subscriptions"
    label = "subscriptions"
    verbose_name = _("Subscriptions")

    def timed_jobs(self) -> list[Job]:
        """On Monday morning the digest; each day what nobody confirmed is deleted."""
        from portal.jobs import Job

        from .digests import send_due
        from .signing_up import forget_unconfirmed

        return [
            Job("send the weekly digest", send_due, timedelta(minutes=15)),
            Job("forget unconfirmed subscriptions", forget_unconfirmed, timedelta(hours=12)),
        ]
