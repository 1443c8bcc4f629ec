"""What a view says to the page cache about its answer; an answer that says nothing is kept without a query only."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

Response = TypeVar("Response", bound="HttpResponseBase")


def keep_with_query(response: Response) -> Response:
    """The view knows every word of the query: the answer is kept although its address has one."""
    vars(response)["knows_its_query"] = True
    return response


def also_when_kept(response: Response, do: Callable[[HttpRequest], object]) -> Response:
    """Have `do(request)` called each time this answer is given from memory: what is counted all the same."""
    vars(response)["also_when_kept"] = do
    return response
