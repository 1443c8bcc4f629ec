"""The words of a text as a search compares them: abbreviations whole, digits and case as one, punctuation apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby, pairwise
from typing import Final

from portal.thai.digits import to_arabic, to_thai
from portal.thai.normalise import normalise
from portal.thai.segment import clusters, words

LONGEST_TOKEN: Final = 60
_NOT_KEY: Final = re.compile(r"[^\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|_")
_THAI_LETTER: Final = "[\u0e01-\u0e3a\u0e40-\u0e4e]"
# พ.ศ., ด.ช., ก.ค.: single letters with a dot each; and a short form with one: สพฐ., เม.ย.
_DOTTED: Final = rf"(?:[ก-ฮ]\.){{2,6}}|[เแโ]?[ก-ฮ]{_THAI_LETTER}{{0,3}}\."
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the office adds to the dictionary of Thai: words, and abbreviations as they are written, with their dots."""

    words: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of text as `shown`, and the `token` it is compared by; none for spaces and punctuation."""

    shown: str
    token: str


def cut(text: str, vocabulary: Vocabulary) -> list[Word]:
    """Return the words of `text`, normalised, in order; their `shown` joined are the normalised text."""
    text = _normalised(text)
    found: list[Word] = []
    position = 0
    for match in _abbreviations(vocabulary.abbreviations).finditer(text):
        found.extend(_plain(text[position : match.start()], vocabulary))
        found.append(Word(match[0], key_of(match[0])))
        position = match.end()
    found.extend(_plain(text[position:], vocabulary))
    return found


def tokens_of(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return only the tokens of `cut(text)`."""
    return [word.token for word in cut(text, vocabulary) if word.token]


def cluster_runs(text: str) -> list[list[str]]:
    """Return the character clusters of `text` as tokens, run by run between blanks and punctuation.

    A phrase of clusters is an exact match inside a run. It crosses no blank: ทะเล ในปี does not hold ทะเลใน.
    """
    return _runs(_normalised(text))


def cluster_runs_of(cut_words: Iterable[Word]) -> list[list[str]]:
    """Return the same of a text that was cut into words: it is normalised already."""
    return _runs("".join(word.shown for word in cut_words))


def _runs(text: str) -> list[list[str]]:
    return [list(run) for is_run, run in groupby(map(_token, clusters(text)), bool) if is_run]


def key_of(short: str) -> str:
    """Return an abbreviation's letters and digits alone, by which its spellings are the same: สพฐ., ส.พ.ฐ., สพฐ."""
    return _NOT_KEY.sub("", to_arabic(normalise(short)).casefold())[:LONGEST_TOKEN]


def _normalised(text: str) -> str:
    return normalise(_SURROGATES.sub("", text))


def _plain(text: str, vocabulary: Vocabulary) -> Iterator[Word]:
    return map(_word, words(text, vocabulary.words))


@lru_cache(maxsize=50_000)
def _word(shown: str) -> Word:
    return Word(shown, _token(shown))


@lru_cache(maxsize=50_000)
def _token(shown: str) -> str:
    if not shown[0].isalnum() or shown in "ๆฯ":
        return ""
    token = to_arabic(shown).casefold()
    if _THOUSANDS.fullmatch(token):
        token = token.replace(",", "")
    return token[:LONGEST_TOKEN]


@lru_cache(maxsize=4)
def _abbreviations(known: frozenset[str]) -> re.Pattern[str]:
    """One pattern for all: known ones with or without dots and with blanks behind dots, then dotted letters."""
    spelt = [_spellings(one) for one in sorted(known, key=lambda one: (-len(key_of(one)), one)) if key_of(one)]
    # Asked once for all of them: nearly every place of a text is behind a Thai letter, and is done with at that.
    return re.compile(rf"(?<!{_THAI_LETTER})(?:{'|'.join([*spelt, _DOTTED])})", re.IGNORECASE)


def _spellings(short: str) -> str:
    parts = [key_of(part) for part in short.split()]
    letters, blanks = "".join(parts), set(accumulate(map(len, parts)))
    before = "(?<![A-Za-z0-9])"
    after = r"(?![0-9๐-๙])" if letters[-1].isdigit() else rf"(?:\.|(?!{_THAI_LETTER}|[A-Za-z]))"
    spelt = "".join(
        _between(one, other, end in blanks) + _letter(other) for end, (one, other) in enumerate(pairwise(letters), 1)
    )
    return before + _letter(letters[0]) + spelt + after


def _between(one: str, other: str, is_blank: bool) -> str:
    """A dot may stand between two letters; a blank behind it, where the script changes, or where the short form itself
    has one: ผอ. รร., ว PA, รอง ผอ."""
    return r"\.? ?" if is_blank or one.isascii() != other.isascii() else r"(?:\. ?)?"


def _letter(letter: str) -> str:
    return f"[{letter}{to_thai(letter)}]" if letter.isdigit() else re.escape(letter)
