"""The units of meaning of a question: words, known stretches of words, years, codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from portal.thai.words import cluster_runs, cut

from .thesaurus import ERAS, Thesaurus, Tokens, other_years, thesaurus_of

if TYPE_CHECKING:
    from portal.thai.words import Word
    from search.lexicon import Lexicon

LONGEST_NAME: Final = 12  # tokens of a stretch that is looked up
_CODE_SIGNS: Final = frozenset("./-–")
_SHORT: Final = re.compile("[ก-ฮ]{1,2}")


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens that belong together, and what else they may be called."""

    tokens: Tokens
    others: tuple[Tokens, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the question between blanks: its units, and its clusters where they are one unbroken run."""

    units: tuple[Unit, ...]
    clusters: Tokens = ()


def runs_of(text: str, lexicon: Lexicon) -> list[Run]:
    """Cut plain text into runs. What is known under another name is one run, also across blanks."""
    words = cut(text, lexicon.vocabulary)
    tokens = [word.token for word in words if word.token]
    is_glued = _glued(words)
    runs: list[list[tuple[Unit, str]]] = []
    position = 0
    for unit, length in _units(tokens, _gaps(words), thesaurus_of(lexicon)):
        one = (unit, "".join(tokens[position : position + length]))
        if runs and is_glued[position]:
            runs[-1].append(one)
        else:
            runs.append([one])
        position += length
    return [_run(run) for run in runs]


def _run(units: Sequence[tuple[Unit, str]]) -> Run:
    clusters = cluster_runs("".join(letters for _unit, letters in units))
    return Run(tuple(unit for unit, _letters in units), tuple(clusters[0]) if len(clusters) == 1 else ())


def _units(tokens: list[str], gaps: list[str], thesaurus: Thesaurus) -> Iterator[tuple[Unit, int]]:
    position = 0
    while position < len(tokens):
        unit, length = _unit_at(tokens, gaps, position, thesaurus)
        yield unit, length
        position += length


def _unit_at(tokens: list[str], gaps: list[str], position: int, thesaurus: Thesaurus) -> tuple[Unit, int]:
    for end in range(min(len(tokens), position + LONGEST_NAME), position, -1):
        others = thesaurus.get("".join(tokens[position:end]))
        if others and not _goes_on_as_code(tokens, gaps, end):
            return Unit(tuple(tokens[position:end]), others), end - position
    if length := _code_length(tokens, gaps, position):
        return Unit(tuple(tokens[position : position + length])), length
    if year := other_years(tokens[position : position + 2]):
        return Unit(year[1], (year[2],)), year[0]
    return Unit((tokens[position],)), 1


def _code_length(tokens: list[str], gaps: list[str], start: int) -> int:
    """How many tokens are one code or number: ค 1.1 ป.1/1, ว 9/2564, ศธ 04006/ว 123; 0 for a plain word."""
    end = start
    while end < len(tokens) and _belongs_to_code(tokens, gaps, end, is_first=end == start):
        end += 1
    has_number = any(token[0].isdigit() for token in tokens[start:end])
    return end - start if has_number and end - start > 1 and tokens[start] not in ERAS else 0


def _belongs_to_code(tokens: list[str], gaps: list[str], at: int, is_first: bool) -> bool:
    is_number = tokens[at][0].isdigit()
    if not is_number and not (_SHORT.fullmatch(tokens[at]) and at + 1 < len(tokens) and tokens[at + 1][0].isdigit()):
        return False
    if is_first or not gaps[at]:
        return True
    return gaps[at] in _CODE_SIGNS or (gaps[at].isspace() and is_number != tokens[at - 1][0].isdigit())


def _goes_on_as_code(tokens: list[str], gaps: list[str], end: int) -> bool:
    """ป.1 is a school class, and the beginning of ป.1/2."""
    return end < len(tokens) and gaps[end] == "/" and tokens[end][0].isdigit()


def _gaps(words: list[Word]) -> list[str]:
    """What stands before each token: blanks and punctuation."""
    gaps: list[str] = []
    gap = ""
    for word in words:
        if word.token:
            gaps.append(gap.strip() or gap[:1])
            gap = ""
        else:
            gap += word.shown
    return gaps


def _glued(words: list[Word]) -> list[bool]:
    return [not gap for gap in _gaps(words)]
