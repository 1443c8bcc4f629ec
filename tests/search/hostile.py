"""Text that makes segmenters, parsers and engines slow or breaks them."""

from __future__ import annotations

import random
from typing import Final

LENGTH: Final = 4000


def hostile_texts() -> dict[str, str]:
    """A name and the text, each `LENGTH` characters."""
    chance = random.Random(1)
    thai = [chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))]
    planes = [*map(chr, range(0x20, 0x2000)), *map(chr, range(0x1F300, 0x1F700))]
    patterns = {
        "กากาการ": "กากาการ",
        "one leading vowel": "เ",
        "one tone mark": "\u0e48",
        "consonant and marks": "ก\u0e34\u0e48\u0e4c",
        "nested words": "การเรียนรู้การเรียนการสอนการ",
        "sara am": "นํ้าน้ํา",
        "Latin run": "a",
        "Latin words": "teacher plan ",
        "digits": "1234567890",
        "numbers and points": "1.1/1,",
        "Thai digits": "๑๒๓",
        "brackets": "([{<",
        "quotation marks": '"ก" ',
        "minus words": "-การ ",
        "OR": "ก OR ",
        "wildcards": "*?~^ก ",
        "single letters with dots": "ก.ค.",
        "codes": "ค 1.1 ป.1/1 ",
        "abbreviations": "สพฐ. ผอ.รร. PLC ",
        "zero width": "ก\u200b",
        "right to left": "\u202eกข\u202c",
        "combining Latin": "e\u0301\u0301\u0301",
        "emoji families": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "ๆ and ฯ": "ๆฯ",
        "blanks": " ก",
        "control characters": "\x00\x07ก",
    }
    texts = {name: (pattern * LENGTH)[:LENGTH] for name, pattern in patterns.items()}
    texts["Thai letters at random"] = "".join(chance.choices(thai, k=LENGTH))
    texts["all scripts at random"] = "".join(chance.choices(planes, k=LENGTH))
    texts["short Thai words at random"] = " ".join("".join(chance.choices(thai, k=2)) for _ in range(LENGTH))[:LENGTH]
    return texts


def random_questions(count: int) -> list[str]:
    """What nobody would type: pieces of questions, signs and letters of all scripts in any order."""
    chance = random.Random(2)
    thai = ["การนิเทศ", "ข้าว", "สพฐ.", "ค 1.1 ป.1/1", "๒๕๖๘", "ค.ศ. 2025", "PLC", "dkiobgmL", "น้ํา", "เเ", "่", "ๆ", "ฯ"]
    signs = [*"\"“«-()[]{}/\\:^~*?+!';<>&%¶_", " - ", " OR ", " AND ", "NOT ", "||", "&&", "--"]
    letters = ["🌾", "👨\u200d👩\u200d👧", "é", "ﬁ", "ß", "İ", "１", "½", "中文", "عربي", "0"]
    invisible = [*"\x00\x1f\u200b\ufeff\u202e\ud800\n\t ", "9" * 30, "a" * 70, "ก" * 70]
    pieces = [*thai, *signs, *letters, *invisible]
    return ["".join(chance.choices(pieces, k=chance.randrange(1, 16))) for _ in range(count)]
