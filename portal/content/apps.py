"""What every knowledge page shares."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContentConfig(AppConfig):
    """Knowledge pages, their vocabularies and the registries of laws, forms and terms."""

    name = "portal.content"
    label = "content"
    verbose_name = _("Content")

    def ready(self) -> None:
        """Connect what has to follow a change of a page or a registry, and put the registries into the admin."""
        from wagtail.snippets.models import register_snippet

        from . import revision_comparison, signals
        from .held_files import signals as held_files

        signals.connect()
        revision_comparison.connect()
        held_files.connect()
        register_snippet("portal.content.viewsets.RegistryGroup")

    def timed_jobs(self):
        """Pictures in all their sizes and in the right place; files of drafts that are gone."""
        from datetime import timedelta

        from portal.jobs import Job

        from .held_files.clearing import clear_once_a_day
        from .held_files.moving import repair
        from .renditions import prepare_waiting

        return [
            Job("move pictures to where they belong", repair, timedelta(hours=1)),
            Job("delete files of drafts that are gone", clear_once_a_day, timedelta(hours=1)),
            Job("make pictures in all sizes", prepare_waiting, timedelta(minutes=1)),
        ]
