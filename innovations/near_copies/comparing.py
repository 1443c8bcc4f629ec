"""Which other texts of the portal a work has in it, how much of it, and word for word where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from portal.content.models import KnowledgePage

from .shingles import CutText, Stretch, common, cut_text, sample
from .sketches import comparable
from .texts import published_text, text_in_memory

CANDIDATES: Final = 8  # compared word for word
FEWEST_HASHES: Final = 3  # of the sample: fewer are chance
SHORTEST_PASSAGE: Final = 12  # words: laws and offices have long names
SMALLEST_SHARE: Final = 3  # percent of the work; below it, one long passage still counts
LONG_PASSAGE: Final = 40  # words
MOST_PASSAGES: Final = 20  # shown, the longest ones


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the work that stands in the other text as well: `words` words."""

    text: str
    words: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a work has in common with `page`: `percent` of the work's own words, the longest `passages` first.

    `is_in_review`: with the version of the other work that is being reviewed. `is_credited`: the work names the page
    as what it builds on."""

    page: Any
    percent: int
    passages: tuple[Passage, ...]
    is_in_review: bool = False
    is_credited: bool = False


def overlaps(work: Any) -> list[Overlap]:
    """Compare a work, as it is in memory, with all public pages and with the works in review; most in common first."""
    own = cut_text(text_in_memory(work))
    credited = {row.built_on_id for row in work.bases.all()}
    found = [
        overlap
        for key, is_in_review in _candidates(work.pk, own)
        if (overlap := _compared(own, key, is_in_review, key in credited)) is not None
    ]
    return sorted(found, key=lambda overlap: -overlap.percent)


def _candidates(page_key: int, own: CutText) -> Iterator[tuple[int, bool]]:
    wanted = frozenset(sample(own.tokens))
    counted = [
        (len(wanted.intersection(hashes)), key, is_of_draft) for key, is_of_draft, hashes in comparable(page_key)
    ]
    best = sorted((one for one in counted if one[0] >= FEWEST_HASHES), reverse=True)
    for _count, key, is_of_draft in best[:CANDIDATES]:
        yield key, is_of_draft


def _compared(own: CutText, page_key: int, is_in_review: bool, is_credited: bool) -> Overlap | None:
    page = KnowledgePage.objects.get(pk=page_key).specific
    if is_in_review:
        page = page.get_latest_revision_as_object()
    text = text_in_memory(page) if is_in_review else published_text(page_key)
    stretches = [one for one in common(own.tokens, cut_text(text).tokens) if one.words >= SHORTEST_PASSAGE]
    covered = sum(one.words for one in stretches)
    percent = round(100 * covered / max(len(own.tokens), 1))
    longest = max((one.words for one in stretches), default=0)
    if percent < SMALLEST_SHARE and longest < LONG_PASSAGE:
        return None
    return Overlap(page, percent, _passages(own, stretches), is_in_review, is_credited)


def _passages(own: CutText, stretches: list[Stretch]) -> tuple[Passage, ...]:
    longest = sorted(stretches, key=lambda one: -one.words)[:MOST_PASSAGES]
    return tuple(Passage(own.text[own.starts[one.first] : own.ends[one.last]], one.words) for one in longest)
