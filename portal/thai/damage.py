"""What broke in a Thai text on its way out of a PDF or an old font, and how much of it can be mended with certainty."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, pairwise
from typing import Final

from portal.thai.marks import (
    COMBINING,
    LAKKHANGYAO,
    NIKHAHIT,
    PRIVATE_GLYPHS,
    RANKS,
    SARA_AA,
    SARA_AM,
    TAIL,
    TONES,
    mend_tail,
)
from portal.thai.segment import dictionary_words_at


class DamageKind(StrEnum):
    """The faults this module knows."""

    FOREIGN_LETTERS = "foreign_letters"
    SARA_AM = "sara_am"
    DOUBLED_MARK = "doubled_mark"
    MISORDERED_MARK = "misordered_mark"
    SPACED_MARK = "spaced_mark"
    STRAY_MARK = "stray_mark"
    DOUBLE_E = "double_e"
    LOOKALIKE = "lookalike"
    PRIVATE_GLYPH = "private_glyph"
    LOST_CHARACTER = "lost_character"


@dataclass(frozen=True, slots=True)
class Damage:
    """One fault: `text` is `source[start:end]`; `repaired` replaces it, or is None where only a reader can tell."""

    start: int
    end: int
    text: str
    problem: DamageKind
    repaired: str | None


# Letters and marks of scripts that a Thai document does not mix into a word. Latin, Greek and symbols may touch one.
_FOREIGN: Final = re.compile(
    "[\u0400-\u0dff\u0e80-\u1cff\u2c80-\u2dff\u2e80-\u2fdf\u3005-\u3007\u3041-\ua71f\ua800-\uab2f\uab70-\ud7ff"
    "\uf900-\ufaff\ufb13-\ufdff\ufe70-\ufefc\uff66-\uffdc\U00010000-\U0001bfff\U00020000-\U0003ffff]+"
)
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_PRIVATE_TABLE: Final = str.maketrans(PRIVATE_GLYPHS)
_LOST: Final = re.compile("\ufffd+")
_DOUBLE_E: Final = re.compile("เเ")
_LOOKALIKE: Final = re.compile(f"(?<![ฤฦ]){LAKKHANGYAO}")
# A sign with no letter under it. Grammar books put one on a dotted circle, a hyphen or a dash.
_STRAY: Final = re.compile(f"(?<![ก-ฮ{COMBINING}◌–\u200b-\u200d-])[{COMBINING}]+")
# A consonant and its ำ (or the า that is left of it) with blanks before or behind the vowel: น ้า, ส านักงาน, ส ำ นักงาน.
_SPACED_AM: Final = re.compile(
    rf"(?P<base>[ก-ฮ])(?P<gap>[ \u00a0]{{0,3}})(?P<tone>[{TONES}]?)(?P<late_gap>[ \u00a0]{{0,3}})"
    rf"(?P<vowel>[{SARA_AA}{SARA_AM}])(?![{TONES}{SARA_AM}])(?P<behind>[ \u00a0]{{0,3}})"
)
_BLANK: Final = re.compile("[ \u00a0]")
_THAI: Final = re.compile("[ก-๎]")
_LEFT_CONTEXT: Final = 12
_RIGHT_CONTEXT: Final = 24
_MIN_CERTAIN: Final = 4


def find_damage(text: str) -> list[Damage]:
    """Return the faults of `text` in their order, none overlapping another.

    Look before `portal.thai.normalise.normalise`, which mends part of them silently.
    """
    # Same length as the source, so positions hold for both.
    plain = _LOOKALIKE.sub(SARA_AA, text.translate(_PRIVATE_TABLE))
    found = chain(
        _spaced_sara_am(text, plain),
        _tails(text, plain),
        (_fault(text, match, DamageKind.DOUBLE_E, "แ") for match in _DOUBLE_E.finditer(text)),
        (_fault(text, match, DamageKind.LOOKALIKE, SARA_AA) for match in _LOOKALIKE.finditer(text)),
        (
            _fault(text, glyph, DamageKind.PRIVATE_GLYPH, PRIVATE_GLYPHS.get(glyph[0]))
            for glyph in _PRIVATE.finditer(text)
        ),
        (_fault(text, match, DamageKind.FOREIGN_LETTERS) for match in _FOREIGN.finditer(text) if _touches(text, match)),
        (_fault(text, match, DamageKind.LOST_CHARACTER) for match in _LOST.finditer(text)),
        (_fault(text, match, DamageKind.STRAY_MARK) for match in _STRAY.finditer(plain)),
    )
    return _apart(sorted(found, key=lambda damage: damage.start))


def repair(text: str) -> tuple[str, list[Damage]]:
    """Return `text` with every certain fault repaired, and all its faults, their places those in `text` as given."""
    damages = find_damage(text)
    parts: list[str] = []
    position = 0
    for damage in damages:
        if damage.repaired is not None:
            parts += [text[position : damage.start], damage.repaired]
            position = damage.end
    return "".join([*parts, text[position:]]), damages


def _fault(text: str, match: re.Match[str], problem: DamageKind, repaired: str | None = None) -> Damage:
    return Damage(match.start(), match.end(), text[match.start() : match.end()], problem, repaired)


def _apart(damages: list[Damage]) -> list[Damage]:
    """Keep the first of those that overlap; the sort was stable, so of two at one place the more telling one stays."""
    kept: list[Damage] = []
    for damage in damages:
        if not kept or damage.start >= kept[-1].end:
            kept.append(damage)
    return kept


def _touches(text: str, match: re.Match[str]) -> bool:
    return bool(_THAI.match(text, match.end()) or (match.start() and _THAI.match(text, match.start() - 1)))


def _tails(text: str, plain: str) -> Iterator[Damage]:
    """Yield consonants whose signs are doubled, out of order, apart from them, or a nikhahit and aa for one am."""
    for match in TAIL.finditer(plain):
        mended = mend_tail(match[0])
        is_contradictory = any(
            first != second and RANKS.get(first) == RANKS.get(second) for first, second in pairwise(mended)
        )
        if mended == match[0] and not is_contradictory:
            continue
        start = match.start() - 1
        yield Damage(
            start,
            match.end(),
            text[start : match.end()],
            _tail_problem(match[0], mended, is_contradictory),
            None if is_contradictory else plain[start] + mended,
        )


def _tail_problem(tail: str, mended: str, is_contradictory: bool) -> DamageKind:
    if is_contradictory:
        return DamageKind.DOUBLED_MARK
    if NIKHAHIT in tail and SARA_AM in mended:
        return DamageKind.SARA_AM
    if len(tail) == len(mended):
        return DamageKind.MISORDERED_MARK
    return DamageKind.DOUBLED_MARK if _BLANK.search(tail) is None else DamageKind.SPACED_MARK


def _spaced_sara_am(text: str, plain: str) -> Iterator[Damage]:
    """Yield a consonant and its ำ, whole or in remains, with a blank before it or with one behind that tears a word."""
    for match in _SPACED_AM.finditer(plain):
        cluster, behind = match["base"] + match["tone"] + SARA_AM, plain[match.end() : match.end() + _RIGHT_CONTEXT]
        before = _context_before(plain, match.start())
        is_torn = (
            match["vowel"] == SARA_AM
            and match["behind"]
            and _is_one_word(before, cluster, behind, is_vowel_alone=bool(match["gap"]))
        )
        if not match["gap"] and not match["late_gap"] and not is_torn:
            continue
        end = match.end() if is_torn else match.end("vowel")
        repaired: str | None = cluster
        if match["vowel"] == SARA_AA:
            repaired = _vowel_meant(before, cluster[:-1], plain[end : end + _RIGHT_CONTEXT])
        yield Damage(match.start(), end, text[match.start() : end], DamageKind.SARA_AM, repaired)


def _context_before(plain: str, start: int) -> str:
    """Return the Thai letters that stand directly before `start`."""
    context = plain[max(0, start - _LEFT_CONTEXT) : start]
    return re.split("[^ก-๎]", context)[-1]


def _longest_across(before: str, cluster: str, after: str, reach: int = 0) -> str:
    """Return the longest dictionary word that covers `cluster` and at least `reach` letters behind it."""
    whole = before + cluster + after
    needed = len(before) + len(cluster) + reach
    found = (
        word
        for start in range(len(before) + 1)
        for word in dictionary_words_at(whole, start)
        if start + len(word) >= needed
    )
    return max(found, key=len, default="")


def _vowel_meant(before: str, head: str, after: str) -> str | None:
    """Return `head` with the vowel that makes clearly the longer dictionary word, or None when neither does."""
    lengths = {vowel: len(_longest_across(before, head + vowel, after)) for vowel in (SARA_AM, SARA_AA)}
    best, other = sorted(lengths, key=lengths.__getitem__, reverse=True)
    return head + best if lengths[best] >= max(_MIN_CERTAIN, lengths[other] + 2) else None


def _is_one_word(before: str, cluster: str, after: str, is_vowel_alone: bool) -> bool:
    """Say whether `cluster` and `after` are one word torn apart, and not two words with a space between.

    A vowel that stands alone between blanks is torn for certain; otherwise what follows must be no word by itself.
    """
    joined = _longest_across(before, cluster, after, reach=1)
    behind = joined.rpartition(cluster)[2]
    if len(joined) < _MIN_CERTAIN or behind == "ๆ":
        return False
    return is_vowel_alone or behind not in dictionary_words_at(behind, 0)
