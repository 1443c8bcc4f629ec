"""The manifest, the pictures of the launcher, the service worker, and the page that stands in without a connection."""

from __future__ import annotations

import json
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from portal.content.models import OfficeSettings
from portal.content.palette import as_hex

from .icons import KINDS, icon_key, icon_png

DAY: Final = 24 * 60 * 60  # seconds
YEAR: Final = 365 * DAY
FONTS: Final = (
    "sarabun-thai-400",
    "sarabun-thai-600",
    "anuphan-thai-600",
    "sarabun-latin-400",
    "sarabun-latin-600",
    "anuphan-latin-600",
)


@require_safe
@cache_control(public=True, max_age=DAY)
def manifest(request: HttpRequest) -> HttpResponse:
    """The portal as an app: with the browser's own "back", which a site of many pages needs."""
    office = OfficeSettings.for_request(request)
    said = {
        "id": "/",
        "name": office.portal_name,
        "short_name": office.short_name or office.portal_name,
        "description": office.welcome,
        "lang": "th",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "theme_color": as_hex("cover", "light", office.hue),
        "background_color": as_hex("paper", "light"),
        "icons": [
            {
                "src": reverse("app_icon", args=[icon_key(office), kind.name]),
                "sizes": f"{kind.size}x{kind.size}",
                "type": "image/png",
                "purpose": kind.purpose,
            }
            for kind in KINDS.values()
            if kind.purpose
        ],
    }
    return JsonResponse(said, json_dumps_params={"ensure_ascii": False}, content_type="application/manifest+json")


@require_safe
def app_icon(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """One of the pictures; an outdated address shows what holds now, and for an hour only."""
    if name not in KINDS:
        raise Http404
    office = OfficeSettings.for_request(request)
    today = icon_key(office)
    kept = f"offline.icon.{today}.{name}"
    picture = cache.get(kept)
    if picture is None:
        picture = icon_png(office, KINDS[name])
        cache.set(kept, picture, DAY)
    response = HttpResponse(picture, content_type="image/png")
    lasting: dict[str, Any] = {"max_age": YEAR, "immutable": True} if key == today else {"max_age": 3600}
    patch_cache_control(response, public=True, **lasting)
    return response


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """What this deployment tells the worker, then the worker itself. Any new static file makes these bytes differ.

    Where an office switched it off (OFFLINE_READING), browsers fetch this instead, and forget all they had kept."""
    if settings.OFFLINE_READING:
        told = f"self.PORTAL = {json.dumps(_told())};\n"
        script = f'{told}importScripts("{static("portal/js/offline-worker.js")}");\n'
    else:
        script = f'importScripts("{static("portal/js/offline-off.js")}");\n'
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    patch_cache_control(response, public=True, no_cache=True)
    return response


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Stands in for a page without a connection, and lists those that are kept. The same for everybody."""
    request.user = AnonymousUser()
    return render(request, "offline/offline.html", {"is_on": settings.OFFLINE_READING})


def _told() -> dict[str, Any]:
    return {
        "notice": reverse("offline"),
        "forgetAt": [reverse("sign_out"), reverse("wagtailadmin_logout")],
        "untouched": [reverse("wagtailadmin_home"), reverse("sign_in").removesuffix("sign-in/")],
        "files": [settings.STATIC_URL, settings.MEDIA_URL, "/theme/", "/app-icon/"],
        "first": [
            static("portal/css/site.css"),
            static("portal/icons.svg"),
            *(static(f"portal/fonts/{name}-normal.woff2") for name in FONTS),
        ],
        "worker": static("portal/js/offline-worker.js"),
    }
