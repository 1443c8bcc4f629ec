"""Where links meet Wagtail's admin: a report."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .report import BrokenLinksView, CheckAgainView, may_see


class BrokenLinksMenuItem(MenuItem):
    """An entry of the reports menu, for editors."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the report itself."""
        return may_see(request.user)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLResolver]:
    """`/admin/reports/links/`."""
    views = [
        path("", BrokenLinksView.as_view(), name="broken"),
        path("results/", BrokenLinksView.as_view(results_only=True), name="broken_results"),
        path("<int:pk>/check/", CheckAgainView.as_view(), name="check"),
    ]
    return [path("reports/links/", include((views, "links")))]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> BrokenLinksMenuItem:
    """Reports > Broken links."""
    return BrokenLinksMenuItem(
        BrokenLinksView.page_title, reverse("links:broken"), name="broken-links", icon_name="link", order=760
    )
