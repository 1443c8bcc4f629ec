"""Short links, QR codes and files for reference managers, of pages that every visitor may read."""

from __future__ import annotations

import io

import segno
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.content.models import KnowledgePage
from portal.content.published import published
from portal.content.shown import readable_or_404

from .citation import citation_of, short_url
from .exports import EXPORTS

_DAY = "public, max-age=86400"
_POSTER_SCALE = 24  # pixels a module: sharp at 12 cm on paper


@require_safe
def short_link(request: HttpRequest, code: int) -> HttpResponseBase:
    """On to where the page is today; of a withdrawn one, that it was withdrawn."""
    withdrawn = published(KnowledgePage.objects.public()).filter(pk=code, withdrawn_at__isnull=False).first()
    if withdrawn:
        return withdrawn.specific.serve(request)
    url = readable_or_404(code).get_full_url(request)
    if not url:
        raise Http404
    return HttpResponsePermanentRedirect(url, headers={"Cache-Control": "no-cache"})  # 301, but the page may move again


@require_safe
def qr_svg(request: HttpRequest, code: int) -> HttpResponse:
    """The short link as a drawing, for the page and for paper."""
    drawn = io.BytesIO()
    _qr(request, code).save(drawn, kind="svg", light="#fff", border=4, omitsize=True, svgclass=None, lineclass=None)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml", headers={"Cache-Control": _DAY})


@require_safe
def qr_png(request: HttpRequest, code: int) -> HttpResponse:
    """The same to put on a poster."""
    drawn = io.BytesIO()
    _qr(request, code).save(drawn, kind="png", scale=_POSTER_SCALE, border=4)
    headers = {"Content-Disposition": f'attachment; filename="qr-{code}.png"', "Cache-Control": _DAY}
    return HttpResponse(drawn.getvalue(), content_type="image/png", headers=headers)


@require_safe
def cite(request: HttpRequest, code: int, ending: str) -> HttpResponse:
    """The citation as a file."""
    export = next((one for one in EXPORTS if one.ending == ending), None)
    if export is None:
        raise Http404
    text = export.write(citation_of(readable_or_404(code), request), timezone.localdate())
    headers = {"Content-Disposition": f'attachment; filename="work-{code}.{ending}"'}
    return HttpResponse(text, content_type=f"{export.media_type}; charset=utf-8", headers=headers)


def _qr(request: HttpRequest, code: int) -> segno.QRCode:
    return segno.make(short_url(readable_or_404(code), request), error="m", micro=False)
