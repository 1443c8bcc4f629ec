"""The office's accent as launchers want it: they know hexadecimal colours only. The style sheets stay in OKLCH."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Final

PAPER: Final = {"light": "#fbfaf6", "dark": "#15191e"}  # as in site.css
_COVER: Final = (0.36, 0.09)  # lightness and chroma of --cover


def cover_colour(hue: int) -> str:
    """The colour of the manual's cover for a hue of 0 to 359, such as `#0a3a6a`."""
    return "#" + "".join(f"{part:02x}" for part in srgb(*_COVER, hue))


def srgb(lightness: float, chroma: float, hue: float) -> tuple[int, int, int]:
    """OKLCH as red, green and blue of 0 to 255; what a screen cannot show is cut off (Björn Ottosson's matrices)."""
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _byte(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _byte(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _byte(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _byte(linear: float) -> int:
    held = min(max(linear, 0.0), 1.0)
    return round(255 * (12.92 * held if held <= 0.0031308 else 1.055 * held ** (1 / 2.4) - 0.055))
