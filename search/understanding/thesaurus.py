"""What else a stretch of a question may be called: abbreviations, synonyms, years of both eras, school classes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from portal.thai.words import key_of, tokens_of

if TYPE_CHECKING:
    from search.lexicon import Lexicon

Tokens: TypeAlias = tuple[str, ...]
Thesaurus: TypeAlias = Mapping[str, tuple[Tokens, ...]]

ERAS: Final = ("พศ", "คศ")
_APART: Final = 543  # years between the Christian and the Buddhist era
_BUDDHIST: Final = range(2400, 2700)
_STAGES: Final = {"ป": ("ประถมศึกษา", 6), "ม": ("มัธยมศึกษา", 6)}


@lru_cache(maxsize=8)
def thesaurus_of(lexicon: Lexicon) -> Thesaurus:
    """The registries and the school classes: letters of a stretch without blanks -> its other names."""
    groups = [
        *([(key_of(short),), _tokens(full, lexicon)] for short, full in lexicon.abbreviations),
        *([_tokens(member, lexicon) for member in group] for group in lexicon.synonyms),
        *_classes(lexicon),
    ]
    names: defaultdict[str, dict[Tokens, None]] = defaultdict(dict)
    for group in groups:
        for one in group:
            names["".join(one)].update((other, None) for other in group if other and other != one)
    return {stretch: tuple(others) for stretch, others in names.items() if stretch and others}


def other_years(tokens: Sequence[str]) -> tuple[int, Tokens, Tokens] | None:
    """How many tokens at the start are a year, the tokens to look for, and the same year of the other era."""
    match tokens:
        case ["คศ", year, *_] if year.isdecimal() and int(year[:5]) + _APART in _BUDDHIST:
            return 2, ("คศ", year), (str(int(year) + _APART),)
        case ["พศ", year, *_] if _is_buddhist(year):
            return 2, (year,), ("คศ", str(int(year) - _APART))
        case [year, *_] if _is_buddhist(year):
            return 1, (year,), ("คศ", str(int(year) - _APART))
    return None


def _is_buddhist(token: str) -> bool:
    return len(token) == 4 and token.isdecimal() and int(token) in _BUDDHIST


def _tokens(text: str, lexicon: Lexicon) -> Tokens:
    return tuple(tokens_of(text, lexicon.vocabulary))


def _classes(lexicon: Lexicon) -> Iterator[list[Tokens]]:
    """ป.4 and ประถมศึกษาปีที่ 4."""
    for letter, (stage, years) in _STAGES.items():
        for year in range(1, years + 1):
            yield [(letter, str(year)), _tokens(f"{stage}ปีที่ {year}", lexicon), _tokens(f"{stage} {year}", lexicon)]
