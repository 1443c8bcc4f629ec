"""The plugin system as an app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PluginsConfig(AppConfig):
    """Contract, registry and the control panel of the plugins."""

    name = "portal.plugins"
    label = "portal_plugins"
    verbose_name = _("Extensions")

    def ready(self) -> None:
        """Forget the switches at the start of each request and after each change; check the plugins at start-up."""
        from django.core import checks
        from django.core.signals import request_started
        from django.db.models.signals import post_delete, post_save

        from .activation import forget
        from .checks import check_plugins, check_removed_plugins
        from .models import SwitchedOffPlugin

        request_started.connect(forget, dispatch_uid="portal_plugins.forget")
        for changed in (post_save, post_delete):
            changed.connect(forget, sender=SwitchedOffPlugin, dispatch_uid="portal_plugins.forget")
        checks.register(check_plugins, "portal_plugins")
        checks.register(check_removed_plugins, checks.Tags.database)
