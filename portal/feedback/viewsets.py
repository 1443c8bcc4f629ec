"""What readers say, in the admin: a list with filters, and as a table."""

from __future__ import annotations

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from .models import Feedback


class FeedbackFilterSet(WagtailFilterSet):
    """By answer and whether somebody dealt with it."""

    class Meta:
        model = Feedback
        fields = ["is_useful", "is_done"]


class FeedbackIndexView(IndexView):
    """What readers say, the newest first."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """In the text and the page's title; Thai has no words that the database could tell apart."""
        if not self.is_searching:
            return queryset
        found = queryset.filter(text__contains=self.search_query)
        return (found | queryset.filter(page__title__contains=self.search_query)).distinct()


class FeedbackViewSet(SnippetViewSet):
    """Reports > What readers say."""

    model = Feedback
    icon = "comment"
    index_view_class = FeedbackIndexView
    filterset_class = FeedbackFilterSet
    search_fields = ("text", "page__title")
    search_backend_name = None
    menu_item_is_registered = True  # among the reports; no entry "Snippets" beside the registers
    list_display = [
        TitleColumn("page", label=_("Page"), get_url=lambda one: edit_url(one)),
        BooleanColumn("is_useful", label=_("Useful"), width="10%"),
        Column("text", label=_("What the reader adds")),
        DateColumn("created_at", label=_("Sent"), sort_key="created_at", width="12%"),
        BooleanColumn("is_done", label=_("Dealt with"), width="10%"),
    ]
    list_export = ["page", "is_useful", "text", "created_at", "is_done", "note"]
    export_headings = {
        "page": _("Page"),
        "is_useful": _("Useful"),
        "text": _("What the reader adds"),
        "created_at": _("Sent"),
        "is_done": _("Dealt with"),
        "note": _("note of the office"),
    }
    export_filename = "feedback"
    list_per_page = 50
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With the pages."""
        return Feedback.objects.select_related("page")


def edit_url(feedback: Feedback) -> str:
    """Where the office notes what it did."""
    return reverse("wagtailsnippets_feedback_feedback:edit", args=[quote(feedback.pk)])
