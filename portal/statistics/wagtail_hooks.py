"""Where the statistics meet Wagtail's admin: the list of aging pages, the report of a year."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.content.style_sample import StyleSample

from .aging import AgingPagesView, may_see_pages
from .style_samples import samples
from .yearly_view import yearly


class EditorsMenuItem(MenuItem):
    """An entry of the reports menu, for those who edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the reports themselves."""
        return may_see_pages(request.user)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """`/admin/reports/year/`, `/admin/reports/not-revised/`."""
    aging, found = AgingPagesView.as_view(), AgingPagesView.as_view(results_only=True)
    return [
        path("reports/year/", yearly, name="statistics_year"),
        path("reports/not-revised/", aging, name="statistics_aging"),
        path("reports/not-revised/results/", found, name="statistics_aging_results"),
    ]


@hooks.register("construct_reports_menu")
def leave_out_aging_pages(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's own list prints None where a program published."""
    items[:] = [item for item in items if item.name != "aging-pages"]


@hooks.register("register_reports_menu_item")
def register_aging_menu_item() -> EditorsMenuItem:
    """Reports > Pages not revised for long."""
    return EditorsMenuItem(
        AgingPagesView.page_title, reverse("statistics_aging"), name="not-revised", icon_name="time", order=660
    )


@hooks.register("register_reports_menu_item")
def register_yearly_menu_item() -> EditorsMenuItem:
    """Reports > Report of a year."""
    return EditorsMenuItem(
        _("Report of a year"), reverse("statistics_year"), name="report-of-a-year", icon_name="calendar", order=650
    )


@hooks.register("register_style_samples")
def show_components(request: HttpRequest) -> list[StyleSample]:
    """On the page of all components, while one works on the portal."""
    return samples(request)
