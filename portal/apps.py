"""The project as an app: template tags, commands, static files, and what is wired once at start-up."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """Shared tags, commands and static files."""

    name = "portal"
    verbose_name = _("Knowledge portal")

    def ready(self) -> None:
        """Dates in the Buddhist era, on pages and in forms; no formulas in exports."""
        from . import buddhist_era, date_inputs, exports

        buddhist_era.install()
        date_inputs.install()
        exports.install()
