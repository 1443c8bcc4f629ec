"""The door: what was typed -> the trees that an engine is asked, and the words to mark in what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from portal.thai.words import tokens_of
from search.tree import Either, Every

from .ranking import in_fields, is_stop, plain_stages, run_node
from .syntax import Piece, take_apart
from .units import Run, runs_of

if TYPE_CHECKING:
    from search.lexicon import Lexicon
    from search.tree import Node

    from .thesaurus import Tokens

LONGEST: Final = 300  # letters; more would only take time
SHORTEST_WORD: Final = 3  # letters; shorter parts of a name are marked only together with the rest


@dataclass(frozen=True, slots=True)
class Understood:
    """`stages` are asked in turn until one finds something, the strictest first; none for a question without a word.

    `marks` are the token sequences that extracts mark."""

    stages: tuple[Node, ...] = ()
    marks: tuple[tuple[str, ...], ...] = ()


def understand(text: str, lexicon: Lexicon) -> Understood:
    """Read a question; never fails, whatever was typed."""
    written = take_apart(text[:LONGEST])
    runs = runs_of(written.plain, lexicon)
    phrases = [tuple(tokens_of(phrase, lexicon.vocabulary)) for phrase in written.phrases]
    groups = [[_piece(piece, lexicon) for piece in group] for group in written.groups]
    needed = (
        *(in_fields(tokens) for tokens in phrases if tokens),
        *(Either(nodes) for group in groups if (nodes := tuple(node for node in group if node))),
    )
    excluded = tuple(node for piece in written.excluded if (node := _piece(piece, lexicon)))
    stages = plain_stages(runs)
    if needed or excluded:
        stages = tuple(Every((stage, *needed), excluded=excluded) for stage in stages)
        stages = stages or (Every(needed, excluded=excluded),)
    chosen = [run for group in written.groups for piece in group for run in runs_of(piece.text, lexicon)]
    return Understood(stages, _marks([*runs, *chosen], phrases))


def _piece(piece: Piece, lexicon: Lexicon) -> Node | None:
    """One side of an OR, or what must not be there."""
    if piece.is_phrase:
        tokens = tuple(tokens_of(piece.text, lexicon.vocabulary))
        return in_fields(tokens) if tokens else None
    runs = runs_of(piece.text, lexicon)
    return Every(tuple(map(run_node, runs))) if runs else None


def _marks(runs: list[Run], phrases: list[Tokens]) -> tuple[Tokens, ...]:
    units = [unit for run in runs for unit in run.units]
    content = [unit for unit in units if not is_stop(unit)] or units
    whole = [tuple(token for unit in run.units for token in unit.tokens) for run in runs]
    names = [name for unit in content for name in (unit.tokens, *unit.others)]
    words = [(token,) for unit in content for token in unit.tokens if len(token) >= SHORTEST_WORD]
    return tuple(dict.fromkeys(tokens for tokens in (*phrases, *whole, *names, *words) if tokens))
