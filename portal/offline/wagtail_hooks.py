"""Wagtail asks here while it serves a page."""

from __future__ import annotations

from collections.abc import Callable

from django.http.response import HttpResponseBase
from wagtail import hooks

from .keeping import keep_public_pages


@hooks.register("on_serve_page", order=-100)  # the first is the outermost
def mark_what_may_be_kept(serve: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Manual pages that everybody may read say so."""
    return keep_public_pages(serve)
