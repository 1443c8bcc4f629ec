"""What manuals add to the editors' side: the import in a page's history."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .changes import ACTION


@hooks.register("register_log_actions")
def name_the_import(actions) -> None:
    """How a page's history calls an import."""
    actions.register_action(ACTION, _("Import a manual"), _("Imported from a manual's file"))
