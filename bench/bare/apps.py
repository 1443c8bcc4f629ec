"""The app of the bare page."""

from django.apps import AppConfig


class BareConfig(AppConfig):
    """Installed by the measurements alone."""

    name = "bare"
    default_auto_field = "django.db.models.BigAutoField"
