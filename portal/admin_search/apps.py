"""The admin's search."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AdminSearchConfig(AppConfig):
    """Finds Thai in the admin."""

    name = "portal.admin_search"
    verbose_name = _("Search in the admin")

    def ready(self) -> None:
        """Mend two screens; after migrations index what they wrote, and what an older release spelt otherwise."""
        from . import history, page_search
        from .completing import complete_after_migration

        history.install()
        page_search.install()
        # Django announces the end of a migration to apps with models: to the one that has the index.
        post_migrate.connect(complete_after_migration, sender=apps.get_app_config("wagtailsearch"))
