"""Who enters My works: those who signed in. What each may see there `ownership` decides."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.mixins import AccessMixin
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _


class ContributorMixin(AccessMixin):
    """Asks to sign in; tells autosave and upload so in words. Nothing of it is ever kept by a cache."""

    request: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Sign in first."""
        if request.user.is_authenticated:
            view: Any = super()
            response = view.dispatch(request, *args, **kwargs)
        elif request.headers.get("X-Portal-Autosave") or request.headers.get("X-Portal-Upload"):
            message = _("You are signed out. What you typed is kept on this device; sign in and it is saved.")
            response = JsonResponse({"message": message}, status=401)
        else:
            response = self.handle_no_permission()
        add_never_cache_headers(response)
        return response
