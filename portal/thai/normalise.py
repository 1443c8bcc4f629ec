"""One spelling for one Thai text: what is stored, compared and indexed passes through here."""

import re
import unicodedata
from typing import Final

from portal.thai.digits import to_arabic
from portal.thai.marks import LAKKHANGYAO, PRIVATE_GLYPHS, SARA_AA, TAIL, mend_tail

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control, zero-width and direction characters, soft hyphen, byte order mark. Tab and line feed are text.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_PRIVATE: Final = re.compile("[\uf700-\uf71a]")
_STRAY_LAKKHANGYAO: Final = re.compile(f"(?<![ฤฦ]){LAKKHANGYAO}")


def normalise(text: str) -> str:
    """Return `text` in NFC without invisible characters and with Thai vowels and marks in their one right order.

    Only what cannot be meant otherwise is changed; tone marks are never dropped, words never respelt.
    Run `portal.thai.damage.find_damage` first where the faults themselves are wanted.
    """
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    text = _PRIVATE.sub(lambda match: PRIVATE_GLYPHS[match[0]], text)
    text = unicodedata.normalize("NFC", text).replace("เเ", "แ")
    if LAKKHANGYAO in text:
        text = _STRAY_LAKKHANGYAO.sub(SARA_AA, text)
    return TAIL.sub(lambda match: mend_tail(match[0]), text)


def fold(text: str) -> str:
    """Return `text` for comparing: normalised, Arabic digits, no case, every run of whitespace one space."""
    return " ".join(to_arabic(normalise(text)).casefold().split())


def squash(text: str) -> str:
    """Return `fold(text)` without any whitespace: the key under which two spellings of a title are the same."""
    return fold(text).replace(" ", "")
