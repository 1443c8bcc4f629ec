"""Uses in class in the admin: looked at one by one or many at once."""

from __future__ import annotations

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from .models import ClassUse


class ClassUseFilterSet(WagtailFilterSet):
    """By state."""

    class Meta:
        model = ClassUse
        fields = ["state"]


class ClassUseIndexView(IndexView):
    """What teachers say, the newest first."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """In the result, the school and the page's title."""
        if not self.is_searching:
            return queryset
        words = self.search_query
        found = queryset.filter(result__contains=words) | queryset.filter(school_name__contains=words)
        return (found | queryset.filter(page__title__contains=words)).distinct()


class ClassUseEditView(EditView):
    """Keeps who decided."""

    def save_instance(self):
        """With the day and the person where the state is another."""
        if "state" in self.form.changed_data:
            self.form.instance.decided_at, self.form.instance.decided_by = timezone.now(), self.request.user
        return super().save_instance()


class ClassUseViewSet(SnippetViewSet):
    """Reports > Used in class."""

    model = ClassUse
    icon = "check"
    index_view_class = ClassUseIndexView
    edit_view_class = ClassUseEditView
    filterset_class = ClassUseFilterSet
    search_fields = ("result", "school_name", "page__title")
    search_backend_name = None
    menu_item_is_registered = True  # among the reports; no entry "Snippets" beside the registers
    list_display = [
        TitleColumn("page", label=_("Page"), get_url=lambda use: edit_url(use)),
        Column("result", label=_("Result")),
        Column("shown_school", label=_("School"), width="18%"),
        Column("get_level_display", label=_("Grade level"), width="10%"),
        DateColumn("created_at", label=_("Sent"), sort_key="created_at", width="10%"),
        Column("get_state_display", label=_("State"), sort_key="state", width="12%"),
    ]
    list_export = ["page", "result", "shown_school", "get_level_display", "name", "created_at", "get_state_display"]
    export_headings = {
        "page": _("Page"),
        "result": _("Result"),
        "shown_school": _("School"),
        "get_level_display": _("Grade level"),
        "name": _("name of the teacher"),
        "created_at": _("Sent"),
        "get_state_display": _("State"),
    }
    export_filename = "used-in-class"
    list_per_page = 50
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """With pages and schools."""
        return ClassUse.objects.select_related("page", "school")


def edit_url(use: ClassUse) -> str:
    """Where one use is looked at."""
    return reverse("wagtailsnippets_counting_classuse:edit", args=[quote(use.pk)])
