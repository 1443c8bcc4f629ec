"""Where works meet Wagtail's admin: reports of works."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLResolver, include, path, reverse
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.content.models import KnowledgePage
from portal.content.style_sample import StyleSample

from .models import WorkPage
from .reports.access import may_see_reports
from .reports.everything import EverythingView
from .reports.in_review import InReviewView
from .reports.load import LoadView
from .showing import built_on_by
from .style_samples import samples


class WorkReportMenuItem(MenuItem):
    """An entry of the reports menu, for those who publish."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the reports themselves."""
        return may_see_reports(request.user)


@hooks.register("register_admin_urls")
def register_work_reports() -> list[URLResolver]:
    """`/admin/reports/works/…`."""
    views = [
        path("in-review/", InReviewView.as_view(), name="in_review"),
        path("in-review/results/", InReviewView.as_view(results_only=True), name="in_review_results"),
        path("load/", LoadView.as_view(), name="load"),
        path("load/results/", LoadView.as_view(results_only=True), name="load_results"),
        path("all/", EverythingView.as_view(), name="everything"),
        path("all/results/", EverythingView.as_view(results_only=True), name="everything_results"),
    ]
    return [path("reports/works/", include((views, "work_reports")))]


@hooks.register("below_knowledge_page")
def works_built_on(request: HttpRequest, page: KnowledgePage) -> SafeString:
    """Below a process or a manual: the works that build on it. A work says it beside its own text."""
    works = [] if isinstance(page, WorkPage) else built_on_by(page, request)
    return render_to_string("innovations/built_on_by.html", {"built_on_by": works}) if works else SafeString("")


@hooks.register("register_reports_menu_item")
def register_in_review() -> WorkReportMenuItem:
    """Reports > Works in review."""
    url = reverse("work_reports:in_review")
    return WorkReportMenuItem(InReviewView.page_title, url, name="works-in-review", icon_name="tasks", order=600)


@hooks.register("register_reports_menu_item")
def register_load() -> WorkReportMenuItem:
    """Reports > Load of reviewers."""
    url = reverse("work_reports:load")
    return WorkReportMenuItem(LoadView.page_title, url, name="load-of-reviewers", icon_name="group", order=610)


@hooks.register("register_reports_menu_item")
def register_everything() -> WorkReportMenuItem:
    """Reports > All works."""
    url = reverse("work_reports:everything")
    return WorkReportMenuItem(EverythingView.page_title, url, name="all-works", icon_name="doc-full", order=620)


@hooks.register("register_style_samples")
def show_components(request: HttpRequest) -> list[StyleSample]:
    """On the page of all components, while one works on the portal."""
    return samples(request)
