"""Published pages that nobody has revised for long."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, PageLogEntry, get_page_content_types
from wagtail.permissions import policy_registry

from portal.content.published import published
from portal.exports import ThaiSpreadsheetMixin

YEARS = (
    (1, gettext_lazy("1 year")),
    (2, gettext_lazy("2 years")),
    (3, gettext_lazy("3 years")),
    (5, gettext_lazy("5 years")),
)
_YEAR = 365.25  # days


def may_see_pages(user: Any) -> bool:
    """Whoever edits pages."""
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(user, ["add", "change", "publish"]))


class AgingFilterSet(WagtailFilterSet):
    """For how long, and which type of page."""

    unrevised = django_filters.ChoiceFilter(
        label=gettext_lazy("Not revised for"),
        choices=[(str(years), label) for years, label in YEARS],
        method="keep_older",
        empty_label=gettext_lazy("All"),
    )
    content_type = ContentTypeFilter(
        label=gettext_lazy("Page type"), queryset=lambda request: get_page_content_types(include_base_page_type=False)
    )

    class Meta:
        model = Page
        fields = ["unrevised", "content_type"]

    def keep_older(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Published last so many years ago, or more."""
        return queryset.filter(last_published_at__lte=timezone.now() - timedelta(days=int(value) * _YEAR))


def shown_age(page: Any) -> str:
    """2 years 3 months; less than a month is none."""
    months = int((timezone.now() - page.last_published_at).days / _YEAR * 12)
    years, months = divmod(months, 12)
    parts = [
        ngettext("%(count)d year", "%(count)d years", years) % {"count": years} if years else "",
        ngettext("%(count)d month", "%(count)d months", months) % {"count": months} if months else "",
    ]
    return " ".join(part for part in parts if part) or _("less than a month")


def shown_day(page: Any) -> str:
    """The day of the last publication, in the Buddhist era."""
    return date_format(localtime(page.last_published_at), "j M Y")


class AgingPagesView(ThaiSpreadsheetMixin, ReportView):
    """Reports > Pages not revised for long: the oldest first."""

    model = Page
    any_permission_required = ["add", "change", "publish"]
    page_title = gettext_lazy("Pages not revised for long")
    header_icon = "time"
    index_url_name = "statistics_aging"
    index_results_url_name = "statistics_aging_results"
    filterset_class = AgingFilterSet
    default_ordering = "last_published_at"
    verbose_name_plural = gettext_lazy("pages")
    columns = [
        TitleColumn("title", label=gettext_lazy("Title"), sort_key="title", width="40%",
                    get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk])),
        Column("kind", label=gettext_lazy("Page type")),
        Column("last_published_at", label=gettext_lazy("Last published"), accessor=shown_day,
               sort_key="last_published_at"),
        Column("age", label=gettext_lazy("Unchanged for"), accessor=shown_age),
        Column("by", label=gettext_lazy("Published by")),
    ]  # fmt: skip
    list_export = ["title", "kind", "last_published_at", "age", "by", "address"]
    export_headings = {
        "title": gettext_lazy("Title"),
        "kind": gettext_lazy("Page type"),
        "last_published_at": gettext_lazy("Last published"),
        "age": gettext_lazy("Unchanged for"),
        "by": gettext_lazy("Published by"),
        "address": gettext_lazy("Address"),
    }
    export_filename = "not-revised"

    def get_base_queryset(self) -> QuerySet[Any]:
        """The published pages that this person may publish."""
        policy = policy_registry.get_by_type(Page)
        pages = published(policy.instances_user_has_permission_for(self.request.user, "publish"))
        publishing = PageLogEntry.objects.filter(page=OuterRef("pk"), action="wagtail.publish").order_by("-timestamp")
        pages = pages.filter(last_published_at__isnull=False).select_related("content_type")
        return pages.annotate(publisher=Subquery(publishing.values("user")[:1]))

    def decorate_paginated_queryset(self, object_list: Any) -> list[Any]:
        """With the names of the publishers; a page that a program published has none."""
        pages = list(object_list)
        users = get_user_model()._default_manager.in_bulk({page.publisher for page in pages if page.publisher})
        for page in pages:
            user = users.get(page.publisher)
            page.by = (user.get_full_name() or user.get_username()) if user else "–"
            page.kind = str(page.content_type.name)
        return pages

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """As on the screen."""
        return {
            "title": item.title,
            "kind": item.kind,
            "last_published_at": shown_day(item),
            "age": shown_age(item),
            "by": item.by,
            "address": item.full_url or "",
        }
