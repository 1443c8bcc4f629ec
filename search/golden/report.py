"""The admin's page about the golden questions: what the last check found, and a button that checks again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from search.backends import SearchUnavailable
from search.models import ExpectedResult, GoldenRun

from .judging import OWN, fault_label, trap_label
from .run import check_and_keep

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase

PERMISSION: Final = "search.view_goldenrun"
ADDRESS: Final = "search_golden"


@dataclass(frozen=True, slots=True)
class Fault:
    """A question whose answer is not as it should be, for the page."""

    query: str
    trap: str
    faults: tuple[str, ...]
    found: tuple[str, ...]
    is_own: bool


class GoldenReportView(WagtailAdminTemplateMixin, TemplateView):
    """What the last check found; POST checks again."""

    template_name = "search/admin/golden.html"
    page_title = _("Check of the search")
    header_icon = "success"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for those who may see it."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home > this page."""
        return [*self.breadcrumbs_items, {"url": reverse_lazy(ADDRESS), "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The last check, and those before it."""
        runs = list(GoldenRun.objects.all()[:10])
        last = runs[0] if runs else None
        return super().get_context_data(
            run=last,
            faults=[_shown(fault) for fault in last.faults] if last else [],
            right=last.right if last else 0,
            earlier=runs[1:],
            own=ExpectedResult.objects.count(),
            own_url=self._own_url(),
            **kwargs,
        )

    def _own_url(self) -> str:
        """Where the office's own questions are, for those who may add some."""
        may_add = self.request.user.has_perm("search.add_expectedresult")
        return reverse("wagtailsnippets_search_expectedresult:list") if may_add else ""

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Check now: some seconds."""
        try:
            run = check_and_keep()
        except SearchUnavailable as error:
            messages.error(request, _("The search could not be checked: %(reason)s") % {"reason": error})
        else:
            if run.faults:
                messages.warning(request, _("Checked. Some answers are not as they should be."))
            else:
                messages.success(request, _("Checked. All answers are as they should be."))
        return redirect(ADDRESS)


class GoldenMenuItem(MenuItem):
    """The entry among the reports."""

    def __init__(self) -> None:
        super().__init__(
            _("Check of the search"), reverse_lazy(ADDRESS), name="search-golden", icon_name="success", order=920
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """For those who may see it."""
        return bool(request.user.has_perm(PERMISSION))


def _shown(fault: Mapping[str, Any]) -> Fault:
    return Fault(
        fault["query"],
        trap_label(fault["trap"]),
        tuple(fault_label(name, titles) for name, titles in fault["faults"]),
        tuple(fault["found"]),
        fault["trap"] == OWN,
    )
