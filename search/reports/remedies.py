"""What an editor can do about a question that found nothing, each one click away with the question filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.thai.words import key_of
from search.models.lexicon import why_no_word

if TYPE_CHECKING:
    from django.utils.functional import Promise

LONGEST_SHORT_FORM: Final = 8  # letters of what may be an abbreviation
TEACHING: Final = (
    "search.add_synonymgroup",
    "search.add_dictionaryword",
    "wagtailsearchpromotions.add_searchpromotion",
)


@dataclass(frozen=True, slots=True)
class Remedy:
    """A link; its label says what it does, the question stands beside it."""

    label: str | Promise
    url: str
    icon: str


def remedies(question: str, user: Any) -> list[Remedy]:
    """What `user` may do about `question`, what mends most first."""
    return [Remedy(*one) for one in _possible(question, user)]


def may_teach(user: Any) -> bool:
    """Whether any of it is allowed."""
    return any(user.has_perm(permission) for permission in TEACHING)


def _possible(question: str, user: Any) -> Iterator[tuple[str | Promise, str, str]]:
    if user.has_perm("search.add_synonymgroup"):
        yield _("Add a synonym"), _form("wagtailsnippets_search_synonymgroup:add", words=question), "resubmit"
    if user.has_perm("search.add_abbreviation") and _may_be_short_form(question):
        yield _("Add an abbreviation"), _form("wagtailsnippets_search_abbreviation:add", short=question), "regex"
    if user.has_perm("search.add_dictionaryword"):
        word = _unknown_word(question)
        yield _("Add a word"), _form("wagtailsnippets_search_dictionaryword:add", word=word), "openquote"
    if user.has_perm("wagtailsearchpromotions.add_searchpromotion"):
        yield _("Recommend a page"), _form("wagtailsearchpromotions:add", query=question), "pick"
    yield _("Search for it"), _form("search", q=question), "search"
    if user.has_perm("search.delete_searchedquery"):
        yield _("Delete from the log"), _form("search_reports:forget", text=question), "bin"


def _form(view: str, **values: str) -> str:
    return f"{reverse(view)}?{urlencode(values)}"


def _may_be_short_form(question: str) -> bool:
    return " " not in question and len(key_of(question)) <= LONGEST_SHORT_FORM


def _unknown_word(question: str) -> str:
    """The part of the question that the dictionary may lack; the question itself where none is."""
    return next((part for part in question.split() if not why_no_word(part)), question)
