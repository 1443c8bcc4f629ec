"""Abbreviations, synonyms and dictionary words in the admin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, EditView

from portal.content.viewsets.base import RegisterIndexView, RegisterViewSet
from search.models import Abbreviation, DictionaryWord, ExpectedResult, SynonymGroup

LONGEST_SUGGESTION = 200


class TeachingIndexView(RegisterIndexView):
    """A list of what no page refers to: the uses are the questions of visitors."""

    def count_uses(self, records: list[Any]) -> dict[Any, int]:
        """None, and no query for that."""
        return {}


class SuggestedCreateView(CreateView):
    """A form that begins with what the address brings, as the reports of the search do: `?words=...`."""

    def get_initial(self) -> dict[str, Any]:
        """The fields that editors fill in and the address names."""
        named = {name: self.request.GET.get(name, "")[:LONGEST_SUGGESTION] for name in self.model.panels}
        return {**super().get_initial(), **{name: text for name, text in named.items() if text}}


class WordEditView(EditView):
    """A learnt word that an editor saves becomes the office's own."""

    def save_instance(self) -> Any:
        """Own it."""
        self.form.instance.is_learnt = False
        return super().save_instance()


class TeachingViewSet(RegisterViewSet):
    """One register of the search."""

    index_view_class = TeachingIndexView
    add_view_class = SuggestedCreateView

    @property
    def list_display(self) -> list[Any]:
        """The register's own columns."""
        return list(self.shown)


class AbbreviationViewSet(TeachingViewSet):
    """Short forms and what they stand for."""

    model = Abbreviation
    icon = "regex"
    shown = ["short", "full"]
    list_export = ["short", "full"]
    export_filename = "abbreviations"


class SynonymViewSet(TeachingViewSet):
    """Words that mean the same."""

    model = SynonymGroup
    icon = "resubmit"
    menu_label = _("Synonyms")
    shown = ["__str__"]
    list_export = ["__str__"]
    export_headings = {"__str__": _("Words that mean the same")}
    export_filename = "synonyms"


class WordViewSet(TeachingViewSet):
    """Words that the dictionary of Thai lacks."""

    model = DictionaryWord
    icon = "openquote"
    edit_view_class = WordEditView
    shown = ["word", Column("origin", label=_("Origin"), sort_key="is_learnt", width="30%")]
    list_filter = ["is_learnt"]
    list_export = ["word", "origin"]
    export_headings = {"origin": _("Origin")}
    export_filename = "dictionary-words"


class ExpectedResultViewSet(TeachingViewSet):
    """Questions whose right page is known; they are asked after every rebuild of the index."""

    model = ExpectedResult
    icon = "success"
    shown = ["text", "page", "within"]
    list_export = ["text", "page", "within"]
    export_filename = "expected-results"
