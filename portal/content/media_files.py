"""Hands out videos and sounds to those who may have them, in pieces, as players ask for them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import IO, Final

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail.documents.wagtail_hooks import check_view_restrictions
from wagtail.models import CollectionViewRestriction

from .held_files.reading import may_read
from .media_checks import TYPES, extension_of
from .models import PortalMedia

_RANGE: Final = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_PIECE: Final = 256 * 1024  # bytes


@require_safe
def media_file(request: HttpRequest, media: int, name: str) -> HttpResponseBase:
    """A file of the media library; 404 for what lies in a collection of a few, as if it were not there."""
    found = get_object_or_404(PortalMedia.objects.select_related("collection"), pk=media)
    if found.filename != name:
        raise Http404
    if refused := _refused(found, request):
        return refused
    try:
        file = found.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = _answer(request, file, os.fstat(file.fileno()).st_size)
    kind = TYPES.get(extension_of(name))
    response["Content-Type"] = kind or "application/octet-stream"
    response["Content-Disposition"] = content_disposition_header(kind is None, name) or "inline"
    response["Content-Security-Policy"] = "default-src 'none'; media-src 'self'"
    if found.collection.get_view_restrictions():
        response["Cache-Control"] = "private, no-store"
    return response


def _refused(media: PortalMedia, request: HttpRequest) -> HttpResponse | None:
    """A question for the password, or the way to the sign-in. Raises Http404 for what only some groups may have."""
    if may_read(request, media):
        return None
    for restriction in media.collection.get_view_restrictions():
        is_for_groups = restriction.restriction_type == CollectionViewRestriction.GROUPS
        if is_for_groups and not restriction.accept_request(request):
            raise Http404
    refused: HttpResponse | None = check_view_restrictions(media, request)
    return refused


def _answer(request: HttpRequest, file: IO[bytes], size: int) -> HttpResponseBase:
    """The whole file, or the stretch that was asked for."""
    asked = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if not asked or not any(asked.groups()):
        response: HttpResponseBase = FileResponse(file)
        response["Accept-Ranges"] = "bytes"
        return response
    first, last = _stretch(asked[1], asked[2], size)
    if first > last:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    response = StreamingHttpResponse(_pieces(file, first, last - first + 1), status=206)
    response["Accept-Ranges"] = "bytes"
    response["Content-Length"] = str(last - first + 1)
    response["Content-Range"] = f"bytes {first}-{last}/{size}"
    return response


def _stretch(first: str, last: str, size: int) -> tuple[int, int]:
    """First and last byte; without a first one, the `last` bytes of the file."""
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def _pieces(file: IO[bytes], first: int, length: int) -> Iterator[bytes]:
    with file:
        file.seek(first)
        while length > 0 and (piece := file.read(min(_PIECE, length))):
            length -= len(piece)
            yield piece
