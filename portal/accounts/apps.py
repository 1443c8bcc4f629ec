"""People who sign in."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """The portal's own user model, bare, so that it can grow without a change of model."""

    name = "portal.accounts"
    verbose_name = _("Accounts")
