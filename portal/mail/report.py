"""Letters that wait or could not be sent, for administrators; and trying again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Left
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST
from post_office.models import STATUS, Email, Log
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.views.reports import ReportView

from .letters import send_waiting, try_again

STATES: Final = {
    STATUS.queued: gettext_lazy("waits"),
    STATUS.requeued: gettext_lazy("will be tried again"),
    STATUS.failed: gettext_lazy("given up"),
    STATUS.sent: gettext_lazy("sent"),
}
TROUBLED: Final = (STATUS.requeued, STATUS.failed)
LONGEST_REASON: Final = 200


def may_see(user: Any) -> bool:
    """Whoever keeps the accounts: letters have addresses."""
    return user.has_perm("post_office.view_email")


def troubled() -> QuerySet[Email]:
    """Letters that could not be sent at least once, and are not sent yet."""
    return Email.objects.filter(status__in=TROUBLED)


class LetterFilterSet(WagtailFilterSet):
    """By state."""

    status = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=list(STATES.items()))

    class Meta:
        model = Email
        fields = ["status"]


class AgainColumn(BaseColumn):
    """A button that queues the letter anew."""

    cell_template_name = "mail/again.html"


class LettersView(ReportView):
    """Reports > Letters."""

    model = Email
    permission_required = "view"
    page_title = pgettext_lazy("post", "Letters")
    header_icon = "mail"
    index_url_name = "letters:list"
    index_results_url_name = "letters:list_results"
    filterset_class = LetterFilterSet
    is_searchable = True
    default_ordering = "-created"
    verbose_name_plural = gettext_lazy("letters")
    columns = [
        Column("subject", label=gettext_lazy("Subject"), classname="title", width="30%"),
        Column("to", label=gettext_lazy("Addressee"), accessor=lambda letter: ", ".join(letter.to)),
        Column("status", label=gettext_lazy("State"), accessor=lambda letter: STATES[letter.status]),
        Column("reason", label=gettext_lazy("What is wrong"), width="25%"),
        Column(
            "created", label=gettext_lazy("Written"), accessor=lambda letter: shown(letter.created), sort_key="created"
        ),
        AgainColumn("again", label=""),
    ]
    list_export: list[str] = []

    def user_has_permission(self, permission: str) -> bool:
        """For administrators."""
        return may_see(self.request.user)

    def get_base_queryset(self) -> QuerySet[Email]:
        """What is not sent; the others when one filters by that. What stands in a letter is not read."""
        last = Log.objects.filter(email=OuterRef("pk")).order_by("-pk").values("message")[:1]
        letters = Email.objects.defer("message", "html_message").annotate(reason=Left(Subquery(last), LONGEST_REASON))
        return letters if self.request.GET.get("status") else letters.exclude(status=STATUS.sent)

    def search_queryset(self, queryset: QuerySet[Email]) -> QuerySet[Email]:
        """By a piece of the subject or address."""
        if not self.is_searching:
            return queryset
        return queryset.filter(subject__icontains=self.search_query) | queryset.filter(to__icontains=self.search_query)


class LettersPanel(Component):
    """Where one begins in the admin, while letters cannot be sent."""

    name = "letters"
    template_name = "mail/panel.html"
    order = 5

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """How many, for those who may do something about it."""
        user = parent_context["request"].user
        return {"troubled": troubled().count() if may_see(user) else 0}


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Try one letter at once, or all that had trouble."""
    if not may_see(request.user):
        raise PermissionDenied
    asked = request.POST.get("letter", "")
    letters = [int(asked)] if asked.isdecimal() else list(troubled().values_list("pk", flat=True))
    try_again(letters)
    if send_waiting():
        messages.success(request, _("Everything that waited is sent."))
    else:
        messages.error(request, _("It could not be sent again; the list says why."))
    return redirect("letters:list")


def shown(moment: Any) -> str:
    """A day of the Buddhist era with its time."""
    return date_format(localtime(moment), "j M Y H:i")
