"""Links that lead nowhere any more: found in what is published, tried now and then, listed for the editors."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from portal.jobs import Job


class LinksConfig(AppConfig):
    """See the module."""

    name = "portal.links"
    label = "links"
    verbose_name = _("Links")

    def timed_jobs(self) -> list[Job]:
        """A short round every five minutes, so that nothing else waits for a slow server."""
        from portal.jobs import Job

        from .checking import check_due
        from .gathering import gather

        return [
            Job("find the links of what is published", gather, timedelta(minutes=5)),
            Job("try links", check_due, timedelta(minutes=5)),
        ]
