"""Where one begins in the admin: the plugins' pages, the registries, and for administrators the settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from portal.plugins.registry import menu_items

if TYPE_CHECKING:
    from django.utils.functional import Promise

REGISTERS = (
    (
        "formtemplate",
        "doc-full-inverse",
        _("Forms"),
        _("Upload a form once; a new version replaces the old everywhere."),
    ),
    ("legalreference", "doc-full", _("Laws and regulations"), _("What the work rests on, linked from every process.")),
    ("glossaryterm", "openquote", _("Glossary"), _("Terms whose meaning readers see wherever they are used.")),
    ("person", "user", _("People"), _("Authors, each kept once; merge those who stand there twice.")),
)
SETTINGS = (
    ("content.change_officesettings", "wagtailsettings:edit", ("content", "officesettings"), "home",
     _("Office"), _("Name, emblem, colour, front page, contact and digits, each with a preview.")),
    ("content.change_privacynotice", "wagtailsettings:edit", ("content", "privacynotice"), "lock",
     _("Privacy notice"), _("What the portal keeps about people, as the law asks the office to say.")),
    ("accounts.change_user", "wagtailusers_users:index", (), "user",
     _("Users"), _("Who may sign in, and what each may do.")),
    ("portal_plugins.change_switchedoffplugin", "portal_plugins:index", (), "cogs",
     _("Extensions"), _("Switch parts of the portal off and on.")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Start:
    """One thing to begin with."""

    label: str | Promise
    summary: str | Promise
    url: str
    icon: str


class StartPanel(Component):
    """Links to what the person who signed in may do."""

    name = "start"
    template_name = "portal/dashboard.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """The links, in the order in which people need them."""
        user = parent_context["request"].user
        return {"starts": [*_pages(user), *_registers(user), *_settings(user)]}


def _pages(user: Any) -> Iterator[Start]:
    """The part of the page tree that each active plugin fills."""
    for item in menu_items():
        page = Page.objects.type(item.page_type).order_by("path").first() if item.page_type else None
        if page and page.permissions_for_user(user).can_add_subpage():
            summary = _("Look at its pages, change them, add new ones.")
            yield Start(item.label, summary, reverse("wagtailadmin_explore", args=[page.pk]), "folder-open-inverse")


def _registers(user: Any) -> Iterator[Start]:
    for model, icon, label, summary in REGISTERS:
        if user.has_perm(f"content.change_{model}"):
            yield Start(label, summary, reverse(f"wagtailsnippets_content_{model}:list"), icon)


def _settings(user: Any) -> Iterator[Start]:
    for permission, view, arguments, icon, label, summary in SETTINGS:
        if user.has_perm(permission):
            yield Start(label, summary, reverse(view, args=arguments), icon)
