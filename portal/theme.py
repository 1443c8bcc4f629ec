"""The office's accent colour as a style sheet: the content security policy allows no inline style."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from portal.content.palette import HUES, colour

YEAR = 365 * 24 * 60 * 60  # seconds


@cache_control(public=True, max_age=YEAR, immutable=True)
def theme_css(request: HttpRequest, hue: int) -> HttpResponse:
    """One custom property. The address holds the hue, so what a browser keeps never goes stale."""
    if hue not in HUES:
        raise Http404
    return HttpResponse(f":root{{--hue:{hue}}}\n", content_type="text/css")


@cache_control(public=True, max_age=YEAR, immutable=True)
def admin_theme_css(request: HttpRequest, hue: int) -> HttpResponse:
    """The same for the editors' side, which takes its two colours apart: hue, saturation, lightness."""
    if hue not in HUES:
        raise Http404
    parts = _wagtail_colour("primary", "cover", hue) + _wagtail_colour("secondary", "accent", hue)
    return HttpResponse(f":root{{{parts}}}\n", content_type="text/css")


def _wagtail_colour(name: str, token: str, hue: int) -> str:
    degrees, saturation, lightness = colour(token, "light", hue).convert("hsl").coords(nans=False)
    values = {"hue": f"{degrees:.0f}", "saturation": f"{saturation:.0%}", "lightness": f"{lightness:.0%}"}
    return "".join(f"--w-color-{name}-{part}:{value};" for part, value in values.items())
