"""People who sign in."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """The portal's own user model, bare, so that it can grow without a change of model."""

    name = "portal.accounts"
    verbose_name = _("Accounts")

    def timed_jobs(self):
        """Who signed in is forgotten when the law no longer asks for it."""
        from datetime import timedelta

        from portal.jobs import Job

        from .forgetting import forget_sign_ins

        return [Job("forget old sign-ins", forget_sign_ins, timedelta(days=1))]
