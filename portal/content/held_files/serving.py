"""Hands out files that are not for everybody; to all others they do not exist."""

from __future__ import annotations

import mimetypes
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from portal.content.models import PortalDocument, PortalImage, PortalRendition
from portal.content.picture_storage import PRIVATE

from .collection import held_collection
from .reading import may_read


@require_safe
def held_picture(request: HttpRequest, name: str) -> HttpResponse:
    """A picture or one of its sizes, by the name of its file."""
    stored = PRIVATE + name
    rendition = PortalRendition.objects.select_related("image__collection").filter(file=stored).first()
    image = rendition.image if rendition else get_object_or_404(PortalImage, file=stored)
    if not may_read(request, image):
        raise Http404
    return _answer((rendition or image).file, mimetypes.guess_type(name)[0] or "application/octet-stream")


def serve_held_document(document: PortalDocument, request: HttpRequest) -> HttpResponse | None:
    """For documents in the held collection; Wagtail goes on with all others. Not counted as a download."""
    if document.collection_id != held_collection().pk:
        return None
    if not may_read(request, document):
        raise Http404
    return _answer(document.file, document.content_type, document.filename)


def _answer(file: Any, content_type: str, attached_as: str = "") -> HttpResponse:
    """In one piece: Wagtail takes no streamed answer from who is asked before it."""
    try:
        with file.open("rb") as opened:
            response = HttpResponse(opened.read(), content_type=content_type)
    except FileNotFoundError as error:
        raise Http404 from error
    if attached_as:
        response["Content-Disposition"] = content_disposition_header(True, attached_as) or "attachment"
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = "default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    return response
