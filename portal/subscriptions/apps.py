"""What is new, by e-mail, for those who asked for it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubscriptionsConfig(AppConfig):
    """See the module."""

    name = "portal.subscriptions"
    label = "subscriptions"
    verbose_name = _("Subscriptions")
