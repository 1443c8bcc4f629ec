"""Letters that wait in a queue and are sent again when the post fails."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailConfig(AppConfig):
    """See the module."""

    name = "portal.mail"
    label = "mail"
    verbose_name = _("E-mail")
