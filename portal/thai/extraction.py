"""Text that a program read out of a file, made fit for searching: what is probable is mended, not only what is certain.

`portal.thai.damage` serves texts that a person looks through afterwards, and leaves to them what could be meant
otherwise. Nobody looks through a text that is only searched.
"""

import re
from collections.abc import Sequence
from typing import Final

from portal.thai.damage import repair
from portal.thai.displaced import put_back_signs
from portal.thai.marks import COMBINING, SARA_AA, SARA_AM, TONES
from portal.thai.mojibake import read_old_fonts
from portal.thai.normalise import normalise
from portal.thai.plausible import unknown_letters
from portal.thai.running_lines import without_running_lines
from portal.thai.segment import words

_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_BLANKS: Final = re.compile("[^\\S\n]+")
_EMPTY_LINES: Final = re.compile(r"\s*\n\s*")
_LEADERS: Final = re.compile(r"(?:[.…_·] ?){4,}|-{4,}|={4,}")
# A vowel or sign that cannot begin a line or follow a blank.
_TORN_SIGN: Final = re.compile(f"(?<=[ก-ฮ{COMBINING}])\n+(?=[{COMBINING}{SARA_AM}{SARA_AA}ะ])")
_TORN_LEAD: Final = re.compile("(?<=[เแโใไ])\\s+(?=[ก-ฮ])")
_BLANK_BEFORE_AA: Final = re.compile(f"(?P<base>[ก-ฮ])(?P<gap> ?)(?P<tone>[{TONES}]?)(?P<late> ?){SARA_AA}")
_BLANK_BEFORE_A: Final = re.compile(f"(?<=[ก-ฮ{TONES}]) (?=ะ)")
_AM_APART: Final = re.compile(f"{SARA_AM} (?=[ก-ฮเแโใไ])")
_AM_JOINED: Final = re.compile(f"{SARA_AM}(?=[ก-ฮเแโใไ])")
_FEWEST_APART: Final = 3
_LETTER: Final = f"[ก-ฮเแโใไะ{SARA_AA}{SARA_AM}][{COMBINING}]*"
_SPACED_OUT: Final = re.compile(f"(?<![ก-๎])(?:{_LETTER} ){{3,80}}{_LETTER}(?![ก-๎])")
_LATIN_HYPHEN: Final = re.compile("(?<=[a-z])[-\u00ad]\n(?=[a-z])")
_LINE_BREAK: Final = re.compile("(?P<before>[ก-๎]{1,24})(?P<hyphen>-?)\n(?P<after>[ก-๎]{1,24})")


def mend_pages(pages: Sequence[str]) -> str:
    """Return the text of printed pages: without running heads and page numbers, broken lines joined inside words."""
    return mend("\n".join(without_running_lines(pages)), is_wrapped=True)


def mend(text: str, *, is_wrapped: bool = False) -> str:
    """Return `text` normalised and with the usual damage mended; `is_wrapped`: its lines end where the paper did."""
    text = _SURROGATES.sub("", text)
    if is_wrapped:
        text = _TORN_SIGN.sub("", _LATIN_HYPHEN.sub("", text.replace("\r\n", "\n")))
    text = _EMPTY_LINES.sub("\n", _BLANKS.sub(" ", _LEADERS.sub(" ", read_old_fonts(text))))
    text = _join_am(_SPACED_OUT.sub(_close_up, text))
    text = normalise(_BLANK_BEFORE_AA.sub(_join_aa, repair(text)[0]))
    text = _TORN_LEAD.sub("", _BLANK_BEFORE_A.sub("", text))
    return (_LINE_BREAK.sub(_join_lines, put_back_signs(text)) if is_wrapped else text).strip()


def _join_aa(match: re.Match[str]) -> str:
    """A blank stands where a nikhahit was lost (น ้า is น้ำ); behind the tone mark it is only a gap (ฟ้ า is ฟ้า)."""
    if not match["gap"] and not match["late"]:
        return match[0]
    return match["base"] + match["tone"] + (SARA_AM if match["gap"] or not match["tone"] else SARA_AA)


def _join_am(text: str) -> str:
    """Where most ำ of a text are followed by a blank, the font is the reason and not the writer."""
    apart, joined = len(_AM_APART.findall(text)), len(_AM_JOINED.findall(text))
    return _AM_APART.sub(SARA_AM, text) if apart >= _FEWEST_APART and apart > joined else text


def _close_up(match: re.Match[str]) -> str:
    """Join letters that a designer set apart (ก า ร นิ เ ท ศ), if they are words and not a list of letters."""
    joined = match[0].replace(" ", "")
    tokens = words(joined)
    return joined if not unknown_letters(joined) and len(tokens) * 2 <= match[0].count(" ") + 1 else match[0]


def _join_lines(match: re.Match[str]) -> str:
    """Join two lines if a word stands across their border."""
    before, after = match["before"], match["after"]
    place = 0
    for token in words(before + after):
        if place < len(before) < place + len(token):
            return before + after if len(token) > 2 and not unknown_letters(token) else match[0]
        place += len(token)
    return match[0]
