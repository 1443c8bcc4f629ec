"""Where subscriptions meet Wagtail's admin."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .report import SubscriptionsView, may_see


class SubscriptionsMenuItem(MenuItem):
    """The entry among the reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """As the report."""
        return may_see(request.user)


@hooks.register("register_admin_urls")
def register_subscriptions() -> list[URLPattern]:
    """`/admin/reports/subscriptions/`."""
    return [path("reports/subscriptions/", SubscriptionsView.as_view(), name="subscriptions_report")]


@hooks.register("register_reports_menu_item")
def register_subscriptions_menu_item() -> SubscriptionsMenuItem:
    """Reports > Digest by e-mail."""
    return SubscriptionsMenuItem(
        SubscriptionsView.page_title, reverse("subscriptions_report"), name="subscriptions", icon_name="mail", order=940
    )


@hooks.register("register_permissions")
def register_subscriber_permissions() -> QuerySet[Permission]:
    """Who sees how many follow what, and who may delete an address."""
    return Permission.objects.filter(
        content_type__app_label="subscriptions", codename__in=("view_subscriber", "delete_subscriber")
    )
