"""The results page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .backends import SearchUnavailable, get_backend
from .documents import Results
from .forms import SearchForm


def search(request: HttpRequest) -> HttpResponse:
    """Results for `?q=...&page=N`. When the engine is down the page says so, with 503."""
    form = SearchForm(_without_nul(request))
    form.is_valid()
    query = form.query()
    try:
        results, is_down = get_backend().search(query), False
    except SearchUnavailable:
        results, is_down = Results(), True
    context = {"query": query.text, "results": results, "is_down": is_down}
    return render(request, "search/results.html", context, status=503 if is_down else 200)


def _without_nul(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET.get(name, "").replace("\x00", " ") for name in ("q", "page")}
