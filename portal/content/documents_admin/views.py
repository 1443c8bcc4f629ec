"""List, upload and edit screens of documents with what came of reading their text."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.documents.views import documents

from portal.content.attachment_text.explanations import PARTLY, STATUSES, WITH_TEXT, TextState, state_of
from portal.content.models import PortalDocument
from portal.content.models.document_text import IS_READ

SHOWN_LETTERS = 600


def fresh(document: Any) -> Any:
    """The document with what came of its text a moment ago."""
    return PortalDocument.objects.select_related("inner_text").get(pk=document.pk)


def warn(request: HttpRequest, document: Any) -> None:
    """Say in a message what keeps the text of `document` from being found."""
    if advice := state_of(document).advice:
        messages.warning(request, format_html("<strong>{}</strong>: {}", document.title, advice))


class DocumentFilters(documents.DocumentsFilterSet):
    """Also by what came of the text."""

    text = django_filters.ChoiceFilter(choices=STATUSES, method="by_text", label=_("Text in the file"))

    class Meta(documents.DocumentsFilterSet.Meta):
        pass

    def by_text(self, queryset: QuerySet, name: str, status: str) -> QuerySet:
        """Those with that status, judged as `state_of` does."""
        if status == "waiting":
            return queryset.exclude(pk__in=PortalDocument.objects.filter(IS_READ).values("pk"))
        read = queryset.filter(IS_READ)
        if status == "none":
            return read.exclude(inner_text__problem__in=WITH_TEXT)
        if status == "partly":
            return read.filter(inner_text__problem__in=PARTLY)
        return read.filter(inner_text__problem__in=set(WITH_TEXT) - set(PARTLY))


class DocumentIndexView(documents.IndexView):
    """The list, with a column and a filter for the text."""

    filterset_class = DocumentFilters

    def get_base_queryset(self) -> QuerySet:
        """With what came of the texts, without the texts."""
        return super().get_base_queryset().select_related("inner_text").defer("inner_text__text")

    @cached_property
    def columns(self) -> list[Column]:
        """The column stands before the uses."""
        columns = super().columns
        column = Column("text", label=_("Text in the file"), accessor=lambda document: state_of(document).label)
        return [*columns[:-1], column, columns[-1]]


class DocumentCreateView(documents.CreateView):
    """Upload of one file."""

    def save_action(self) -> HttpResponse:
        """Say what is the matter with the file, after Wagtail said that it is there."""
        response = super().save_action()
        warn(self.request, fresh(self.object))
        return response


class DocumentEditView(documents.EditView):
    """Edit screen with the state of the text and its beginning."""

    template_name = "content/document_edit.html"

    def save_action(self) -> HttpResponse:
        """Say what is the matter with a new file, after Wagtail said that it is there."""
        response = super().save_action()
        if "file" in self.form.changed_data:
            warn(self.request, fresh(self.object))
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The state, and the beginning of the text, so that an editor can judge it."""
        context = super().get_context_data(**kwargs)
        document = fresh(self.object)
        state: TextState = state_of(document)
        text = "" if state.status in ("waiting", "none") else document.inner_text.text
        context.update({"text_state": state, "letters": len(text), "beginning": _beginning(text)})
        return context


def _beginning(text: str) -> str:
    """The first lines, none of them cut where that can be helped."""
    if len(text) <= SHOWN_LETTERS:
        return text
    return text[:SHOWN_LETTERS].rpartition("\n")[0] or text[:SHOWN_LETTERS]
