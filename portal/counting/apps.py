"""How often pages are read, files fetched, works used in class: sums without persons."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CountingConfig(AppConfig):
    """See the module."""

    name = "portal.counting"
    label = "counting"
    verbose_name = _("Counting")

    def ready(self) -> None:
        """Count what is fetched and approved; put the uses into the admin."""
        from wagtail.permissions import register_permission_policy
        from wagtail.snippets.models import register_snippet

        from portal.content.policies import ReceivedPolicy

        from . import signals
        from .models import ClassUse

        signals.connect()
        register_permission_policy(ClassUse, ReceivedPolicy(ClassUse))
        register_snippet("portal.counting.viewsets.ClassUseViewSet")
