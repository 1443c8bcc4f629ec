"""What the admin's registers share: search in Thai, dictionary order, where each record is used, export."""

from django import forms
from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import UsageCountColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from .searching import search


class RegisterIndexView(IndexView):
    """A list that finds Thai words, sorts as a Thai dictionary and says how often each record is used."""

    def search_queryset(self, queryset):
        """Look into the fields that the model names."""
        return search(queryset, self.search_query) if self.is_searching else queryset

    def order_queryset(self, queryset):
        """Where the list is ordered by the field that has a Thai order beside it, take that order."""
        ordering = self.ordering if isinstance(self.ordering, str) else ""
        if ordering.removeprefix("-") == getattr(self.model, "sorted_by", None):
            return queryset.order_by("-sort_text" if ordering.startswith("-") else "sort_text")
        return super().order_queryset(queryset)

    def get_table(self, object_list):
        """Count the uses of the records on this page of the list, in one query."""
        records = list(object_list)
        counts = self.count_uses(records)
        for record in records:
            record.usage_count = counts.get(record, 0)
            record.usage_url = self.get_usage_url(record)
        return super().get_table(records)

    def count_uses(self, records: list) -> dict:
        """How many objects refer to each record."""
        return ReferenceIndex.get_count_references_to_in_bulk(records)

    def get_usage_url(self, record) -> str:
        """Where the uses are listed."""
        return reverse(self.model.snippet_viewset.get_url_name("usage"), args=[quote(record.pk)])


class ThaiFilterForm(BaseFilterForm):
    """The search box of a chooser."""

    q = forms.CharField(
        label=_("Search term"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Search")})
    )

    def filter(self, objects):
        """Keep what matches."""
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        return search(objects, self.search_query) if self.is_searching else objects


class RegisterChooseView(ChooseView):
    """The chooser's window."""

    filter_form_class = ThaiFilterForm


class RegisterChooseResultsView(ChooseResultsView):
    """The chooser's list, as it changes while one types."""

    filter_form_class = ThaiFilterForm


class RegisterChooserViewSet(SnippetChooserViewSet):
    """A chooser that finds Thai words."""

    choose_view_class = RegisterChooseView
    choose_results_view_class = RegisterChooseResultsView


class RegisterViewSet(SnippetViewSet):
    """One register of the menu group."""

    index_view_class = RegisterIndexView
    chooser_viewset_class = RegisterChooserViewSet
    search_backend_name = None
    list_per_page = 50
    copy_view_enabled = False

    @property
    def search_fields(self):
        """Named by the model, for list and chooser alike."""
        return self.model.searched_in

    @property
    def list_display(self):
        """The register's own columns, then where the record is used."""
        return [*self.shown, UsageCountColumn("usage_count", label=_("Where used"), width="12%")]
