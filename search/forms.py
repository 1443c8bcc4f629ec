"""The query string -> a bounded question."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .documents import SearchQuery

LONGEST_QUERY = 300  # letters; what is longer is cut, never refused


class SearchForm(forms.Form):
    """Nothing punishes: what cannot be understood is left aside."""

    q = forms.CharField(label=_("Search the portal"), required=False, strip=True)
    page = forms.CharField(required=False)

    def clean_q(self) -> str:
        """Cut to what can be searched; a NUL would stop the database."""
        text: str = self.cleaned_data["q"]
        return text.replace("\x00", " ")[:LONGEST_QUERY]

    def clean_page(self) -> int:
        """Any page number; what is no number is the first page."""
        typed: str = self.cleaned_data["page"]
        return max(1, min(int(typed), 10_000)) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 1

    def query(self) -> SearchQuery:
        """The question, of a valid form."""
        return SearchQuery(self.cleaned_data["q"], page=self.cleaned_data["page"])
