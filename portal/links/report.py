"""Broken links among the reports: which, why, since when, where each stands, and “check again”."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from portal.exports import ThaiSpreadsheetMixin

from .checking import check
from .gathering import judge_own_pages
from .models import CheckedLink, Reason, State

MOST_PLACES = 10  # shown of one link
ANY_OF = ["add", "change", "publish"]  # what one may do with some page, to see what is broken on pages


def may_see(user: Any) -> bool:
    """Whoever edits pages."""
    return bool(policy_registry.get_by_type(Page).user_has_any_permission(user, ANY_OF))


class LinkFilterSet(WagtailFilterSet):
    """By what is wrong."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"), choices=[(one.value, one.label) for one in State], empty_label=gettext_lazy("All")
    )
    reason = django_filters.ChoiceFilter(
        label=gettext_lazy("Reason"),
        choices=[(one.value, one.label) for one in Reason if one.value],
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = CheckedLink
        fields = ["state", "reason"]


class AddressColumn(BaseColumn):
    """The address, or the page of the portal that is meant."""

    cell_template_name = "links/address.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """With the title where the page is still there."""
        return {**super().get_cell_context_data(instance, parent_context), "link": instance}


class PlacesColumn(BaseColumn):
    """Where it stands, each with the way to change it."""

    cell_template_name = "links/places.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """The first places, and how many more there are."""
        finder = AdminURLFinder(parent_context["request"].user)
        places = [place.item for place in instance.places.all() if place.item]
        shown = [(str(item), finder.get_edit_url(item)) for item in places[:MOST_PLACES]]
        more = len(places) - len(shown)
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "places": shown, "more": more}


class AgainColumn(BaseColumn):
    """A button."""

    cell_template_name = "links/again.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Which link."""
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "link": instance, "request": parent_context["request"]}


def shown_reason(link: CheckedLink) -> str:
    """In words, with the number of the answer."""
    words = str(link.get_reason_display()) or str(link.get_state_display())
    return f"{words} ({link.status})" if link.status and link.reason else words


def shown_day(moment: Any) -> str:
    """A day of the Buddhist era."""
    return date_format(localtime(moment), "j M Y") if moment else "–"


class BrokenLinksView(ThaiSpreadsheetMixin, ReportView):
    """Reports > Broken links."""

    model = CheckedLink
    permission_required = "view"
    page_title = gettext_lazy("Broken links")
    header_icon = "link"
    index_url_name = "links:broken"
    index_results_url_name = "links:broken_results"
    filterset_class = LinkFilterSet
    is_searchable = True
    default_ordering = "-first_broken_at"
    verbose_name_plural = gettext_lazy("links")
    columns = [
        AddressColumn("url", label=gettext_lazy("Link"), width="30%"),
        Column("reason", label=gettext_lazy("What is wrong"), accessor=shown_reason, width="20%"),
        PlacesColumn("places", label=gettext_lazy("Where it stands"), width="25%"),
        Column("first_broken_at", label=gettext_lazy("Broken since"), sort_key="first_broken_at",
               accessor=lambda link: shown_day(link.first_broken_at)),
        Column("last_checked_at", label=gettext_lazy("Last checked"), sort_key="last_checked_at",
               accessor=lambda link: shown_day(link.last_checked_at)),
        AgainColumn("again", label=""),
    ]  # fmt: skip
    list_export = ["url", "state", "reason", "first_broken_at", "last_checked_at", "places"]
    export_headings = {
        "url": gettext_lazy("Link"),
        "state": gettext_lazy("State"),
        "reason": gettext_lazy("What is wrong"),
        "first_broken_at": gettext_lazy("Broken since"),
        "last_checked_at": gettext_lazy("Last checked"),
        "places": gettext_lazy("Where it stands"),
    }
    export_filename = "broken-links"

    def user_has_permission(self, permission: str) -> bool:
        """As for every list of pages."""
        return may_see(self.request.user)

    def get_base_queryset(self) -> QuerySet[CheckedLink]:
        """What is broken or could not be checked; what works only when one filters by it."""
        links = CheckedLink.objects.prefetch_related("places__item")
        return links if self.request.GET.get("state") else links.filter(state__in=[State.BROKEN, State.UNCLEAR])

    def search_queryset(self, queryset: QuerySet[CheckedLink]) -> QuerySet[CheckedLink]:
        """By a piece of the address."""
        return queryset.filter(url__icontains=self.search_query) if self.is_searching else queryset

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """With the titles of linked pages, in one query."""
        links = list(object_list)
        targets = {link.target for link in links if link.target}
        titles = dict(Page.objects.filter(pk__in=targets).values_list("pk", "title"))
        for link in links:
            link.title = titles.get(link.target, "") if link.target else ""
        return links

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """In words, as on the screen."""
        return {
            "url": item.url or item.title or _("Page %(number)s") % {"number": item.target},
            "state": str(item.get_state_display()),
            "reason": shown_reason(item),
            "first_broken_at": shown_day(item.first_broken_at),
            "last_checked_at": shown_day(item.last_checked_at),
            "places": "; ".join(str(place.item) for place in item.places.all() if place.item),
        }


class CheckAgainView(PermissionCheckedMixin, View):
    """Tries one link at once."""

    permission_required = "view"

    def user_has_permission(self, permission: str) -> bool:
        """As the report."""
        return may_see(self.request.user)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say what came of it, beside the list."""
        link = get_object_or_404(CheckedLink, pk=pk)
        if link.target:
            judge_own_pages()
            link.refresh_from_db()
        else:
            check(link)
        if link.state == State.GOOD:
            messages.success(request, _("The link works."))
        else:
            messages.warning(request, _("The link does not work: %(reason)s") % {"reason": shown_reason(link)})
        return redirect(reverse("links:broken"))
