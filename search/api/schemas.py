"""The shapes of the answers. Their descriptions are English msgids: the OpenAPI document translates them."""

from __future__ import annotations

import datetime
from typing import Literal

from django.utils.translation import gettext_noop
from ninja import Field, Schema

from search.documents import NoticeKind
from search.suggestions import SuggestionKind


class PieceOut(Schema):
    """A stretch of text."""

    text: str = Field(..., description=gettext_noop("The stretch of text."))
    is_marked: bool = Field(..., description=gettext_noop("Whether it is what was looked for."))


class CrumbOut(Schema):
    """A page above."""

    title: str = Field(..., description=gettext_noop("Title of the page."))
    url: str = Field(..., description=gettext_noop("Address of the page."))


class FileOut(Schema):
    """An attachment."""

    title: str = Field(..., description=gettext_noop("Title of the attached file."))
    url: str = Field(..., description=gettext_noop("Address of the file."))
    extract: str = Field(..., description=gettext_noop("Where the words stand in the file, as plain text."))
    extract_pieces: list[PieceOut] = Field(..., description=gettext_noop("The extract with its matches marked."))


class ResultOut(Schema):
    """A page found."""

    title: str = Field(..., description=gettext_noop("Title of the page, as it is today."))
    title_pieces: list[PieceOut] = Field(..., description=gettext_noop("The title with its matches marked."))
    url: str = Field(..., description=gettext_noop("Address of the page."))
    kind: str = Field(..., description=gettext_noop("Stable key of the page type, as in the filter “kind”."))
    kind_label: str = Field(..., description=gettext_noop("The page type in words."))
    extract: str = Field(..., description=gettext_noop("Where the words stand in the page, as plain text."))
    extract_pieces: list[PieceOut] = Field(..., description=gettext_noop("The extract with its matches marked."))
    date: datetime.date | None = Field(..., description=gettext_noop("Day of first publication (ISO 8601)."))
    breadcrumbs: list[CrumbOut] = Field(..., description=gettext_noop("The pages above it, from the top."))
    files: list[FileOut] = Field(..., description=gettext_noop("Attached files in which the words stand."))


class FacetValueOut(Schema):
    """A value of a filter."""

    key: str = Field(..., description=gettext_noop("Stable key; give it as the value of the parameter."))
    label: str = Field(..., description=gettext_noop("What visitors read."))
    count: int = Field(..., description=gettext_noop("How many results it would leave."))
    is_chosen: bool = Field(..., description=gettext_noop("Whether the question chose it."))


class FacetOut(Schema):
    """A filter."""

    name: str = Field(..., description=gettext_noop("Name of the parameter."))
    label: str = Field(..., description=gettext_noop("What visitors read."))
    values: list[FacetValueOut] = Field(..., description=gettext_noop("The values that the results have."))


class NoticeOut(Schema):
    """Something to know about the answer."""

    kind: NoticeKind = Field(
        ...,
        description=gettext_noop(
            "keyboard, spelling, tones: another question was answered; cut: the question was too long; "
            "behind: some pages have just changed."
        ),
    )
    typed: str = Field(..., description=gettext_noop("The question as asked."))
    shown: str = Field(..., description=gettext_noop("The question that was answered in its place."))
    message: str = Field(..., description=gettext_noop("The same in words."))


class RecommendedOut(Schema):
    """A recommendation."""

    title: str = Field(..., description=gettext_noop("Title of what the office recommends."))
    url: str = Field(..., description=gettext_noop("Its address."))
    description: str = Field(..., description=gettext_noop("Why it is recommended."))


class SearchOut(Schema):
    """One page of results."""

    total: int = Field(..., description=gettext_noop("How many pages were found."))
    page: int = Field(..., description=gettext_noop("This page of results, from 1."))
    pages: int = Field(..., description=gettext_noop("How many pages of results there are."))
    results: list[ResultOut] = Field(..., description=gettext_noop("The results of this page, ten at most."))
    facets: list[FacetOut] = Field(..., description=gettext_noop("The filters, with counts."))
    notices: list[NoticeOut] = Field(..., description=gettext_noop("What should be known about the answer."))
    recommended: list[RecommendedOut] = Field(..., description=gettext_noop("What the office recommends."))
    near: list[str] = Field(..., description=gettext_noop("Questions like this one that find something."))


class SuggestionOut(Schema):
    """A suggestion."""

    text: str = Field(..., description=gettext_noop("The text to show, and to search for."))
    kind: SuggestionKind = Field(..., description=gettext_noop("What it is, as a stable key."))
    kind_label: str = Field(..., description=gettext_noop("What it is, in words."))
    url: str | None = Field(..., description=gettext_noop("Where choosing it leads."))


class SuggestOut(Schema):
    """Suggestions."""

    suggestions: list[SuggestionOut] = Field(..., description=gettext_noop("The best first, eight at most."))


class ErrorOut(Schema):
    """Why there is no answer."""

    code: Literal["not_found", "method_not_allowed", "too_many_requests", "unavailable", "error"] = Field(
        ..., description=gettext_noop("Stable key of what went wrong.")
    )
    detail: str = Field(..., description=gettext_noop("The same in words, and what can be done."))
