"""Wagtail's `publish_scheduled`, which would stop at the first page whose plugin was removed."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.management.commands.publish_scheduled import Command as WagtailCommand
from wagtail.models import Revision

from portal.plugins.removed import removed_pages


class Command(WagtailCommand):
    """First sees to what removed plugins left, so that the rest is published and unpublished in time."""

    def handle(self, *args: Any, **options: Any) -> None:
        """As Wagtail; a dry run changes nothing."""
        if not options["dryrun"]:
            self._unpublish_expired()
            self._leave_unknown_drafts()
        super().handle(*args, **options)

    @staticmethod
    def _unpublish_expired() -> None:
        expired = removed_pages().filter(live=True, expire_at__lt=timezone.now())
        expired.update(live=False, expired=True, has_unpublished_changes=True)

    def _leave_unknown_drafts(self) -> None:
        """They stay drafts: their content cannot be read without the plugin. Publishing them later is the editor's."""
        due = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).select_related("content_type")
        for revision in due:
            if revision.content_type.model_class() is None:
                Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
                self.stderr.write(
                    self.style.WARNING(
                        f"Not published, since its plugin {revision.content_type.app_label!r} is not installed: "
                        f"{revision.object_str}"
                    )
                )
