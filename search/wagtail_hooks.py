"""Where the search meets Wagtail's admin: reports, the dashboard, promoted results, what waits."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.content.style_sample import StyleSample

from .admin_notice import WaitingPanel, try_again_now
from .golden.report import GoldenMenuItem, GoldenReportView
from .lexicon_changes import refuse
from .models import DictionaryWord
from .reports.panel import FailedPanel
from .reports.views import AskedView, FailedView, ForgetView
from .style_samples import samples
from .viewsets.promotions import PromotionCreateView, PromotionEditView, PromotionIndexView, choose_question

VIEW_QUESTIONS = "search.view_searchedquery"


class ReportMenuItem(MenuItem):
    """An entry of the reports menu, for those who may see what is asked."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the report itself."""
        return bool(request.user.has_perm(VIEW_QUESTIONS))


@hooks.register("register_admin_urls")
def register_reports() -> list[URLResolver]:
    """`/admin/reports/questions/`."""
    views = [
        path("", AskedView.as_view(), name="asked"),
        path("results/", AskedView.as_view(results_only=True), name="asked_results"),
        path("failed/", FailedView.as_view(), name="failed"),
        path("failed/results/", FailedView.as_view(results_only=True), name="failed_results"),
        path("forget/", ForgetView.as_view(), name="forget"),
    ]
    return [path("reports/questions/", include((views, "search_reports")))]


@hooks.register("register_admin_urls")
def register_promotions() -> list[URLPattern]:
    """Before Wagtail's own views, at their addresses: this app stands before Wagtail's in the settings."""
    return [
        path("searchpicks/", PromotionIndexView.as_view()),
        path("searchpicks/results/", PromotionIndexView.as_view(results_only=True)),
        path("searchpicks/add/", PromotionCreateView.as_view()),
        path("searchpicks/<int:query_id>/", PromotionEditView.as_view()),
        path("searchpicks/queries/chooser/", choose_question),
        path("searchpicks/queries/chooser/results/", choose_question, {"is_results": True}),
    ]


@hooks.register("register_admin_urls")
def register_golden() -> list[URLPattern]:
    """`/admin/reports/search-check/`."""
    return [path("reports/search-check/", GoldenReportView.as_view(), name="search_golden")]


@hooks.register("register_reports_menu_item")
def register_golden_menu_item() -> GoldenMenuItem:
    """Reports > Check of the search."""
    return GoldenMenuItem()


@hooks.register("register_reports_menu_item")
def register_asked() -> ReportMenuItem:
    """Reports > Questions asked."""
    return ReportMenuItem(
        AskedView.page_title, reverse("search_reports:asked"), name="questions-asked", icon_name="search", order=900
    )


@hooks.register("register_reports_menu_item")
def register_failed() -> ReportMenuItem:
    """Reports > Questions that found nothing."""
    return ReportMenuItem(
        FailedView.page_title, reverse("search_reports:failed"), name="questions-failed", icon_name="warning", order=910
    )


@hooks.register("register_permissions")
def register_log_permissions() -> QuerySet[Permission]:
    """Who may see what is asked, and delete of it; who may check the search."""
    return Permission.objects.filter(
        content_type__app_label="search",
        codename__in=("view_searchedquery", "delete_searchedquery", "view_goldenrun"),
    )


@hooks.register("register_admin_urls")
def register_try_again() -> list[URLPattern]:
    """`/admin/search/try-again/`."""
    return [path("search/try-again/", try_again_now, name="search_try_again")]


@hooks.register("construct_homepage_panels")
def say_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    """Above everything: it is about what visitors do not find."""
    panels.insert(0, WaitingPanel())


@hooks.register("construct_homepage_panels")
def show_failed_questions(request: HttpRequest, panels: list[Any]) -> None:
    """Below where one begins."""
    panels.append(FailedPanel())


@hooks.register("after_delete_snippet")
def do_not_learn_again(request: HttpRequest, deleted: list[Any]) -> None:
    """An editor who deletes a learnt word does not want it."""
    refuse([one for one in deleted if isinstance(one, DictionaryWord)])


@hooks.register("register_style_samples")
def show_components(request: HttpRequest) -> list[StyleSample]:
    """On the page of all components, while one works on the portal."""
    return samples(request)
