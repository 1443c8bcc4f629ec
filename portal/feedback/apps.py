"""What readers say about a page, for the office."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """See the module."""

    name = "portal.feedback"
    label = "feedback"
    verbose_name = _("Feedback")

    def ready(self) -> None:
        """Put what readers say into the admin."""
        from wagtail.permissions import register_permission_policy
        from wagtail.snippets.models import register_snippet

        from portal.content.policies import ReceivedPolicy

        from .models import Feedback

        register_permission_policy(Feedback, ReceivedPolicy(Feedback))
        register_snippet("portal.feedback.viewsets.FeedbackViewSet")
