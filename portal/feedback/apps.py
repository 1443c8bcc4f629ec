"""What readers say about a page, for the office."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """See the module."""

    name = "portal.feedback"
    label = "feedback"
    verbose_name = _("Feedback")
