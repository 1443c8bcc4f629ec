"""Thai in Latin letters after the Royal Institute's general system, and the addresses and file names made of it."""

import re
import unicodedata
from collections.abc import Callable, Container
from functools import cache, lru_cache
from pathlib import PurePath
from typing import Final

from portal.thai.dictionary import Dictionary, cut_by, thai_words
from portal.thai.digits import to_arabic
from portal.thai.normalise import normalise
from portal.thai.readings import READINGS
from portal.thai.segment import words

_THAI: Final = re.compile("[ก-๎]")
_NOT_SLUG: Final = re.compile("[^a-z0-9]+")
_NOT_LATIN: Final = re.compile("[^a-z]")

# The romaniser reads one plain syllable well. These write a syllable as it is spoken before it is asked.
_RESPELLINGS: Final = (
    (re.compile("(?<=[เแโ])([สศ])ร(?!ี)"), r"\1"),  # silent ร: เสริม
    (re.compile("^สร(?=[้ะา])"), "ส"),  # silent ร: สร้าง
    (re.compile("^จริง"), "จิง"),
    (re.compile("(?<=[ใไ])ห(?=[งนมรลว])"), ""),  # silent ห, leading vowel: ใหม่, ไหล
    (re.compile("ห(?=[งญนมยรลว].)"), ""),  # silent ห: หมาย
    (re.compile("ห(?=.)"), "ฮ"),  # spoken ห, which the romaniser drops: หาก
    (re.compile("^([เแโใไ])([กขคตปผพ])([รล]|ว(?=.))"), r"\2\1\3"),  # clusters behind a leading vowel: เครื่อง
)
# And these put right the consonant it leaves at the end.
_FINALS: Final = (
    (re.compile("(?:ch|th|[sdj])$"), "t"),
    (re.compile("[rl]$"), "n"),
    (re.compile("(?:ph|[bf])$"), "p"),
    (re.compile("kh$"), "k"),
    (re.compile("(?<=[aei])w$"), "o"),
)


def romanise(text: str) -> str:
    """Return `text` in ASCII letters, its words apart; what has no Latin counterpart is left out."""
    tokens = [_romanise_token(token) for token in words(to_arabic(normalise(text)))]
    return " ".join(" ".join(tokens).split())


def slug(text: str, fallback: str = "page", max_length: int = 80) -> str:
    """Return a readable address for `text`: lower-case ASCII words with hyphens, cut between words.

    `fallback` is returned when no letter or digit is left.
    """
    found = _NOT_SLUG.sub("-", romanise(text[: max_length * 4]).lower()).strip("-")
    if len(found) > max_length:
        head = found[: max_length + 1].rpartition("-")[0]
        found = head or found[:max_length]
    return found or fallback


def unique_slug(
    text: str, taken: Callable[[str], bool] | Container[str], fallback: str = "page", max_length: int = 80
) -> str:
    """Return `slug(text)`, with -2, -3 ... when `taken` (a question or a collection) has it already."""
    is_taken = taken if callable(taken) else taken.__contains__
    candidate = base = slug(text, fallback, max_length)
    number = 2
    while is_taken(candidate):
        ending = f"-{number}"
        candidate = base[: max_length - len(ending)].rstrip("-") + ending
        number += 1
    return candidate


class AnchorMaker:
    """Names for the headings of one page: each only once, the same for the same headings in the same order."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def __call__(self, heading: str) -> str:
        anchor = unique_slug(heading, self._given, fallback="section", max_length=60)
        self._given.add(anchor)
        return anchor


def file_name(name: str) -> str:
    """Return a safe ASCII name for an uploaded file, its extension kept: `baepfom-thi-1-nam.pdf`."""
    path = PurePath(name.replace("\\", "/").replace("\x00", ""))
    extension = _NOT_SLUG.sub("", path.suffix.lower())[:10]
    stem = slug(path.stem, fallback="file")
    return f"{stem}.{extension}" if extension else stem


def _romanise_token(token: str) -> str:
    if _THAI.search(token):
        return _romanise_word(token)
    return unicodedata.normalize("NFKD", token).encode("ascii", "ignore").decode()


@lru_cache(maxsize=4096)
def _romanise_word(word: str) -> str:
    return "".join(_romanise_syllable(syllable) for syllable in cut_by(word, _syllables()))


def _romanise_syllable(syllable: str) -> str:
    if syllable in READINGS:
        return READINGS[syllable]
    for pattern, plainer in _RESPELLINGS:
        syllable = pattern.sub(plainer, syllable)
    latin = _NOT_LATIN.sub("", royin(syllable))
    for pattern, final in _FINALS:
        latin = pattern.sub(final, latin)
    return latin


def royin(text: str) -> str:
    """Return what PyThaiNLP's `romanize(text, engine="royin")` returns, which would load its dictionary as a tree of
    75 megabytes for it, in more than a second."""
    from pythainlp.transliterate.royin import _romanize, _should_add_syllable_separator

    latin = before = last = ""
    for word in cut_by(text, thai_words()):
        sound = _romanize(word)
        if before and sound and _should_add_syllable_separator(before, word, last):
            sound = f"a{sound}"
        latin, before, last = latin + sound, word, sound
    return latin


@cache
def _syllables() -> Dictionary:
    from pythainlp.corpus import thai_syllables

    return Dictionary(thai_syllables() | READINGS.keys())
