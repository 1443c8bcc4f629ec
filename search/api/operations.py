"""The operations: each reads the query string as the results page does, and never refuses what was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from django.http import JsonResponse
from django.utils.translation import gettext_noop
from ninja import Router

from search import answering
from search.documents import Notice
from search.forms import read
from search.suggestions import suggest

from .answers import search_out, suggest_out
from .schemas import ErrorOut, SearchOut, SuggestOut

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST_SUGGESTED: Final = 8
OPENSEARCH_TYPE: Final = "application/x-suggestions+json"
_TEXT: Final = {"type": "string"}


def parameter(name: str, description: str, **schema: Any) -> dict[str, Any]:
    """A parameter of the query string, as OpenAPI describes it. None is required and no value is wrong."""
    return {"name": name, "in": "query", "description": description, "required": False, "schema": {**_TEXT, **schema}}


def router() -> Router:
    """The operations under their addresses."""
    operations = Router()
    add = operations.add_api_operation
    errors = {429: ErrorOut, 503: ErrorOut}
    language = parameter(
        "lang",
        gettext_noop("Language of labels and messages: th or en. Anything else: the visitor's choice, else Thai."),
    )
    question = parameter(
        "q",
        gettext_noop(
            "The question. Quoted phrases, -word and OR work. Longer than 300 letters: cut. Empty: every page."
        ),
        example="การนิเทศ",
    )
    add(
        "search/",
        ["GET"],
        search,
        response={200: SearchOut, **errors},
        operation_id="search",
        summary=gettext_noop("Search"),
        description=gettext_noop("Pages that answer a question, with filters. Filters are parameters of their own."),
        openapi_extra={
            "parameters": [
                question,
                parameter("page", gettext_noop("Page of results, from 1. Beyond the last: the last."), example="1"),
                parameter(
                    "sort", gettext_noop("“date”: newest first. “used”: most used first. Else: best first.")
                ),
                parameter("literal", gettext_noop("“1”: search for what was typed, without correcting it.")),
                language,
            ]
        },
    )
    add(
        "suggest/",
        ["GET"],
        suggestions,
        response={200: SuggestOut, **errors},
        operation_id="suggest",
        summary=gettext_noop("Suggest"),
        description=gettext_noop("What somebody who types may be about to ask."),
        openapi_extra={"parameters": [{**question, "description": gettext_noop("What was typed so far.")}, language]},
    )
    add(
        "suggest/opensearch/",
        ["GET"],
        opensearch,
        response={200: list[Any], **errors},
        operation_id="suggest_opensearch",
        summary=gettext_noop("Suggest to a browser"),
        description=gettext_noop(
            "The same in the form of OpenSearch: the question, the texts, what they are, where they lead."
        ),
        openapi_extra={"parameters": [{**question, "description": gettext_noop("What was typed so far.")}, language]},
    )
    return operations


def search(request: HttpRequest) -> SearchOut:
    """The answer of the results page. Raises `SearchUnavailable`."""
    asked = read(request.GET)
    query = asked.query
    results = answering.answer(query)
    if results.total and not results.hits and query.page > 1:
        results = answering.answer(replace(query, page=results.pages))
    if asked.is_cut and all(notice.kind != "cut" for notice in results.notices):
        results = replace(results, notices=(Notice("cut"), *results.notices))
    return search_out(results, request.build_absolute_uri)


def suggestions(request: HttpRequest) -> SuggestOut:
    """Suggestions for the search box."""
    return suggest_out(suggest(request.GET.get("q", ""), MOST_SUGGESTED), request.build_absolute_uri)


def opensearch(request: HttpRequest) -> HttpResponse:
    """Suggestions for a browser's address bar."""
    typed = request.GET.get("q", "")
    found = suggest_out(suggest(typed, MOST_SUGGESTED), request.build_absolute_uri).suggestions
    answer = [
        typed,
        [one.text for one in found],
        [one.kind_label for one in found],
        [one.url or "" for one in found],
    ]
    return JsonResponse(answer, safe=False, json_dumps_params={"ensure_ascii": False}, content_type=OPENSEARCH_TYPE)
