"""The office's accent colour as a style sheet: the content security policy allows no inline style."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

HUES = range(360)  # degrees on the colour circle
YEAR = 365 * 24 * 60 * 60  # seconds


@cache_control(public=True, max_age=YEAR, immutable=True)
def theme_css(request: HttpRequest, hue: int) -> HttpResponse:
    """One custom property. The address holds the hue, so what a browser keeps never goes stale."""
    if hue not in HUES:
        raise Http404
    return HttpResponse(f":root{{--hue:{hue}}}\n", content_type="text/css")
