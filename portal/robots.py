"""What robots may read."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse


def robots(request: HttpRequest) -> HttpResponse:
    """Everything public; not the admin, not the mixtures of filters."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Disallow: {reverse('search')}?*&",  # every mixture of filters
        f"Disallow: {reverse('search')}live/",
        f"Disallow: {reverse('search')}feed/",
        f"Disallow: {reverse('api')}",
        f"Disallow: {reverse('reading_settings')}",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
