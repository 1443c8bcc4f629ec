"""What innovations, best practices and research add to the portal; for now their shelf."""

from django.utils.translation import gettext_lazy as _

from portal.plugins import MenuItem, PortalPlugin


class InnovationsPlugin(PortalPlugin):
    """Supervision innovations, best practices and research."""

    name = "innovations"
    verbose_name = _("Innovations")
    summary = _("Supervision innovations, best practices and research outcomes of the district.")
    requires_portal = ">=1,<2"

    def menu_items(self):
        """The index of works."""
        from .models import InnovationIndexPage

        return [MenuItem(_("Innovations"), page_type=InnovationIndexPage, order=200)]
