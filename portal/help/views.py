"""Shows the handbook and the guides."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .texts import INDEX, text_named


@require_safe
def show_help(request: HttpRequest, name: str = INDEX) -> HttpResponse:
    """A chapter, a guide, or the contents of the handbook."""
    text = text_named(name)
    if text is None:
        raise Http404
    return render(request, "help/text.html", {"text": text, "is_index": name == INDEX})
