"""What the head of every page says to phones: how the portal looks as an app, and that manuals may be kept."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings

from portal.content.palette import as_hex
from portal.offline.icons import icon_key

register = template.Library()


@register.inclusion_tag("offline/head.html", takes_context=True)
def app_head(context: template.Context, office: Any) -> dict[str, Any]:
    """Manifest, icon, colours and the script that starts the service worker for those who are not signed in."""
    user = getattr(context.get("request"), "user", None)
    is_signed_in = bool(user and user.is_authenticated)
    return {
        "icon_key": icon_key(office),
        "cover": as_hex("cover", "light", office.hue),
        "dark": as_hex("paper", "dark"),
        "has_worker": settings.OFFLINE_READING and not is_signed_in,
        "is_kept": getattr(context.get("page"), "is_kept_offline", False),
    }
