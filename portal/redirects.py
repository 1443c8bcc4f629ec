"""Old addresses lead on, but tell no visitor the new address of a page that this visitor may not read."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from wagtail.contrib.redirects.middleware import RedirectMiddleware as WagtailRedirects
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.wagtail_hooks import check_view_restrictions

from portal.content.published import published


class RedirectMiddleware(WagtailRedirects):
    """As Wagtail's, with the checks that the page itself makes; who signs in is led on afterwards."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The redirect; what a private page answers; or the 404 where the page is not served any more."""
        answer = super().process_response(request, response)
        page = _target(request) if answer is not response else None
        if page is None:
            return answer
        if not published(Page.objects.filter(pk=page.pk)).exists():
            return response
        answer = check_view_restrictions(lambda *_asked: answer)(page.specific, request, [], {})
        return answer.render() if isinstance(answer, TemplateResponse) else answer


def _target(request: HttpRequest) -> Page | None:
    """The page that the redirect of this address leads to; None where it leads elsewhere."""
    asked = (request.get_full_path(), request.path)
    found = (get_redirect(request, Redirect.normalise_path(path, decode_unicode=False)) for path in asked)
    redirect = next(filter(None, found), None)
    return redirect.redirect_page if redirect else None
