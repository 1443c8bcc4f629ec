"""The colours of the portal as its style sheet says them, and how well each can be read on another.

The office sets one hue; lightness and chroma are those of the tokens in `site.css`. What is measured here is read from
that sheet, so that a colour which is changed there is measured anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coloraide import Color
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise

SCHEMES: Final = ("light", "dark")
LEAST: Final = 4.5  # contrast of text, WCAG 2.2 AA
LEAST_OF_CONTROLS: Final = 3.0  # contrast of edges and rings
USUAL_HUE: Final = 252
HUES: Final = range(360)  # degrees on the colour circle
WHITE: Final = "#ffffff"

# What offices like to wear, in the order of the circle.
NAMED_HUES: Final = (
    (20, _("Red")),
    (45, _("Brick")),
    (70, _("Brown")),
    (95, _("Gold")),
    (125, _("Leaf")),
    (155, _("Green")),
    (190, _("Teal")),
    (225, _("Sky")),
    (252, _("Indigo")),
    (280, _("Violet")),
    (310, _("Purple")),
    (350, _("Rose")),
)

_SHEET: Final = Path(__file__).resolve().parents[1] / "static" / "portal" / "css" / "site.css"
_COLOUR: Final = r"(#[0-9a-f]{3,8}|oklch\((?:[^()]|\([^()]*\))*\))"
_TOKEN: Final = re.compile(rf"^\s*--([\w-]+): light-dark\({_COLOUR}, {_COLOUR}\);", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens that meet on the screen, and for what."""

    text: str
    ground: str
    use: str | Promise
    least: float = LEAST


@dataclass(frozen=True, slots=True)
class Measured:
    """How well a pair can be told apart in one scheme."""

    pair: Pair
    scheme: str
    contrast: float

    @property
    def passes(self) -> bool:
        """Whether it is as much as is asked."""
        return self.contrast >= self.pair.least


# Where the office's own colour meets another.
ACCENT_PAIRS: Final = (
    Pair("accent", "paper", _("Link and number on the page")),
    Pair("accent", "surface", _("Link on a surface, quiet button")),
    Pair("accent", "sunk", _("Link in the foot of the page")),
    Pair("accent", "accent-soft", _("Filter that is on")),
    Pair("accent-deep", "surface", _("Link under the pointer")),
    Pair("accent-deep", "accent-soft", _("What is chosen")),
    Pair("on-accent", "accent", _("Button")),
    Pair("on-accent", "accent-deep", _("Button under the pointer")),
    Pair(WHITE, "cover", _("Cover of the manual")),
    Pair("ink", "accent-soft", _("Text in a note")),
    Pair("ink-2", "accent-soft", _("Facts in a note")),
)
# The others, which no office changes.
FIXED_PAIRS: Final = (
    Pair("ink", "paper", _("Text")),
    Pair("ink-2", "paper", _("Facts and hints")),
    Pair("ink-2", "sunk", _("Facts in the foot of the page")),
    Pair("clay", "paper", _("Decisions, what waits")),
    Pair("clay", "clay-soft", _("What waits, in a note")),
    Pair("leaf", "leaf-soft", _("Done, in force")),
    Pair("rose", "paper", _("Error beside its field")),
    Pair("rose", "rose-soft", _("Error in a note")),
    Pair("mark-ink", "mark", _("Word that was searched for")),
    Pair("line-strong", "surface", _("Edge of a control"), LEAST_OF_CONTROLS),
    Pair("focus", "paper", _("Ring of the keyboard"), LEAST_OF_CONTROLS),
    Pair("focus", "surface", _("Ring of the keyboard on a surface"), LEAST_OF_CONTROLS),
)


@lru_cache(maxsize=1)
def tokens() -> dict[str, tuple[str, str]]:
    """The name of each colour -> what the sheet writes for light and for dark; the first time it says so."""
    found = _TOKEN.findall(_SHEET.read_text(encoding="utf-8"))
    return {name: (light, dark) for name, light, dark in reversed(found)}


@lru_cache(maxsize=4096)
def colour(token: str, scheme: str, hue: int = USUAL_HUE) -> Color:
    """A colour as a screen shows it: in sRGB, what a screen cannot show cut off as browsers do."""
    written = token if token.startswith("#") else tokens()[token][SCHEMES.index(scheme)]
    return Color(written.replace("var(--hue)", str(hue))).convert("srgb").clip()


def as_hex(token: str, scheme: str, hue: int = USUAL_HUE) -> str:
    """The colour for what takes no tokens: an icon, a letter, the frame of a browser."""
    return colour(token, scheme, hue).to_string(hex=True)


def measure(pairs: tuple[Pair, ...], hue: int = USUAL_HUE) -> list[Measured]:
    """All pairs in both schemes, pair by pair."""
    return list(_measured(pairs, hue))


def weakest(hue: int) -> Measured:
    """The pair with the office's hue that can be read worst."""
    return min(_measured(ACCENT_PAIRS, hue), key=lambda one: one.contrast)


def _measured(pairs: tuple[Pair, ...], hue: int) -> Iterator[Measured]:
    for pair in pairs:
        for scheme in SCHEMES:
            text, ground = colour(pair.text, scheme, hue), colour(pair.ground, scheme, hue)
            yield Measured(pair, scheme, text.contrast(ground, method="wcag21"))
