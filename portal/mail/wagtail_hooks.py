"""Where letters meet Wagtail's admin: what could not be sent."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .report import LettersPanel, LettersView, again, may_see


class LettersMenuItem(MenuItem):
    """The entry among the reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the report."""
        return may_see(request.user)


@hooks.register("register_admin_urls")
def register_letters() -> list[URLResolver]:
    """`/admin/reports/letters/`."""
    views = [
        path("", LettersView.as_view(), name="list"),
        path("results/", LettersView.as_view(results_only=True), name="list_results"),
        path("again/", again, name="again"),
    ]
    return [path("reports/letters/", include((views, "letters")))]


@hooks.register("register_reports_menu_item")
def register_letters_menu_item() -> LettersMenuItem:
    """Reports > Letters."""
    return LettersMenuItem(LettersView.page_title, reverse("letters:list"), name="letters", icon_name="mail", order=950)


@hooks.register("construct_homepage_panels")
def say_what_is_not_sent(request: HttpRequest, panels: list[Any]) -> None:
    """High up: somebody waits for a link."""
    panels.insert(0, LettersPanel())
