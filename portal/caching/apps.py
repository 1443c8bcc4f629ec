"""The page cache as an app."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from portal.jobs import Job


class CachingConfig(AppConfig):
    """Notes every change that visitors can see, and keeps pages until the next one."""

    name = "portal.caching"
    label = "caching"
    verbose_name = _("Page cache")

    def ready(self) -> None:
        """Look at what is written through each connection; not while the tables are being made."""
        from django.db.backends.signals import connection_created
        from django.db.models.signals import post_migrate, pre_migrate

        from . import generation

        connection_created.connect(generation.watch, dispatch_uid="caching.watch")
        pre_migrate.connect(generation.pause, dispatch_uid="caching.pause")
        post_migrate.connect(generation.go_on, dispatch_uid="caching.go_on")

    def timed_jobs(self) -> list[Job]:
        """Drop old rows."""
        from portal.jobs import Job

        from .generation import forget_old

        return [Job("forget old changes", forget_old, timedelta(hours=6))]
