"""How vowels, tone marks and other signs sit on a Thai consonant, and how a badly typed cluster is mended."""

import re
from functools import lru_cache
from typing import Final

TONES: Final = "\u0e48\u0e49\u0e4a\u0e4b"
SARA_A: Final = "\u0e30"
SARA_AA: Final = "\u0e32"
SARA_AM: Final = "\u0e33"
LAKKHANGYAO: Final = "\u0e45"
NIKHAHIT: Final = "\u0e4d"

# Signs that are drawn on the letter before them. The rank is the order Unicode and every Thai keyboard store them in:
# phinthu, vowel, maitaikhu, tone mark, then thanthakhat, nikhahit or yamakkan.
RANKS: Final[dict[str, int]] = {
    "\u0e3a": 0,
    **dict.fromkeys("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39", 1),
    "\u0e47": 2,
    **dict.fromkeys(TONES, 3),
    **dict.fromkeys("\u0e4c\u0e4d\u0e4e", 4),
}
COMBINING: Final = "".join(RANKS)

# Old Thai fonts for Windows keep shifted copies of marks (and two letters without their foot) in the private use area;
# text copied out of PDFs made with them contains these instead of the letters.
PRIVATE_GLYPHS: Final[dict[str, str]] = dict(
    zip(
        map(chr, range(0xF700, 0xF71B)),
        "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d"
        "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)

# All that may hang on one consonant, blanks that lost their way included. A blank counts only before a sign that
# cannot begin a word. Anchored behind a consonant and without nested repetition, so it stays linear on hostile text.
TAIL: Final = re.compile(
    rf"(?<=[ก-ฮ])(?=[ \u00a0{COMBINING}{SARA_AM}{SARA_AA}{SARA_A}])"
    rf"(?:[{COMBINING}]|[ \u00a0]{{1,3}}(?=[{COMBINING}{SARA_AM}]))*"
    rf"(?:{SARA_A}[{TONES}]*|[{SARA_AA}{SARA_AM}][{TONES}]*(?:{SARA_AM}[{TONES}]*)*)?"
)


@lru_cache(maxsize=4096)  # a few hundred tails make up all Thai text
def mend_tail(tail: str) -> str:
    """Return what `TAIL` matched in its right order: each sign once, blanks dropped, nikhahit + sara aa as sara am."""
    signs = sorted((sign for sign in tail if sign in RANKS), key=RANKS.__getitem__)
    vowels = "".join(vowel for vowel in (SARA_A, SARA_AA, SARA_AM) if vowel in tail)
    if NIKHAHIT in signs and vowels and vowels != SARA_A:
        signs = [sign for sign in signs if sign != NIKHAHIT]
        vowels = SARA_AM
    return "".join(dict.fromkeys(signs)) + vowels
