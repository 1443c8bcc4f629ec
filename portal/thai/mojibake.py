"""Thai that old fonts stored in the places of Western letters (¡ÒÃÈÖ¡ÉÒ for การศึกษา), turned into Thai."""

import re
from typing import Final

from portal.thai.plausible import share_in_words

# TIS-620 read as Latin-1: one letter for one.
_TABLE: Final[dict[int, str]] = {code: chr(code - 0xA1 + 0x0E01) for code in (*range(0xA1, 0xDB), *range(0xDF, 0xFC))}
_HIGH: Final = "\u00a1-\u00da\u00df-\u00fb"
_LETTER: Final = re.compile(f"[{_HIGH}A-Za-zก-๎]")
_FOREIGN: Final = re.compile(f"[{_HIGH}]")
_FEWEST: Final = 4
_MOSTLY: Final = 0.6  # of a line's letters; French and German stay far below
_SAMPLE: Final = 3_000


def read_old_fonts(text: str) -> str:
    """Return `text` with lines of such letters as Thai, if that makes Thai words of them; else as it is."""
    lines = text.split("\n")
    broken = [index for index, line in enumerate(lines) if _is_broken(line)]
    sample = "\n".join(lines[index] for index in broken)[:_SAMPLE].translate(_TABLE)
    if not broken or share_in_words(sample) < _MOSTLY:
        return text
    for index in broken:
        lines[index] = lines[index].translate(_TABLE)
    return "\n".join(lines)


def _is_broken(line: str) -> bool:
    high = len(_FOREIGN.findall(line))
    return high >= _FEWEST and high >= len(_LETTER.findall(line)) * _MOSTLY
