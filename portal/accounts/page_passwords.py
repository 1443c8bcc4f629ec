"""Passwords of pages and collections cannot be guessed at leisure: wrong ones are counted as those of accounts are."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_lockout_response
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail import views
from wagtail.documents.views import serve as document_views


def limited(view: Callable[..., HttpResponse], restriction: str) -> Callable[..., HttpResponse]:
    """The view; after too many wrong passwords from one address it waits as the sign-in does.

    `restriction` names the argument that says which password is asked for."""

    @wraps(view)
    def counted(request: HttpRequest, **ids: int) -> HttpResponse:
        credentials = {"username": f"{restriction} {ids[restriction]}"}
        if request.method != "POST":
            return view(request, **ids)
        if not AxesProxyHandler.is_allowed(request, credentials):
            return get_lockout_response(request, credentials=credentials)
        response = view(request, **ids)
        if response.status_code == 200:  # the form again: the password was wrong
            AxesProxyHandler.user_login_failed(__name__, credentials, request)
        return response

    return counted


# Before Wagtail's own, which have the same addresses.
urlpatterns: list[URLPattern] = [
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        limited(views.authenticate_with_password, "page_view_restriction_id"),
    ),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        limited(document_views.authenticate_with_password, "restriction_id"),
    ),
]
