"""What manuals add to the editors' side: the import screens, their menu entry, the import in a page's history."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.content.style_sample import StyleSample

from .changes import ACTION
from .style_samples import samples
from .upload.permissions import may_import


class ImportMenuItem(MenuItem):
    """The entry of the main menu, for those who may add manuals."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the screens themselves."""
        return may_import(request.user)


@hooks.register("register_admin_urls")
def register_import() -> list[URLResolver]:
    """`/admin/manuals/import/`."""
    return [path("manuals/import/", include("manuals.upload.urls"))]


@hooks.register("register_admin_menu_item")
def register_import_menu_item() -> ImportMenuItem:
    """Below the registries."""
    return ImportMenuItem(
        _("Import a manual"), reverse("manual_import:upload"), name="import-manual", icon_name="download", order=260
    )


@hooks.register("register_log_actions")
def name_the_import(actions: Any) -> None:
    """How a page's history calls an import."""
    actions.register_action(ACTION, _("Import a manual"), _("Imported from a manual's file"))


@hooks.register("register_style_samples")
def show_components(request: HttpRequest) -> list[StyleSample]:
    """On the page of all components, while one works on the portal."""
    return samples(request)
