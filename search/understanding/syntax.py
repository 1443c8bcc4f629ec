"""What people may write beside plain words: "quoted phrases", -excluded words, OR between two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from portal.thai.normalise import normalise

_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
_PIECES: Final = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_EXCLUDING: Final = re.compile(r"\w", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or quoted phrase as typed."""

    text: str
    is_phrase: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A question taken apart: `plain` text, needed phrases, groups to match one of, and what must not match."""

    plain: str = ""
    phrases: tuple[str, ...] = ()
    groups: tuple[tuple[Piece, ...], ...] = ()
    excluded: tuple[Piece, ...] = ()


def take_apart(text: str) -> Written:
    """Read the signs; whatever is not one of them, lone quotes and operators included, is plain text or nothing."""
    chains: list[list[Piece]] = []
    excluded: list[Piece] = []
    joins_next = False
    for match in _PIECES.finditer(normalise(text).translate(_QUOTES)):
        if match["word"] in ("OR", "|"):
            joins_next = bool(chains)
            continue
        piece = Piece(match["phrase"] or match["word"] or "", match["phrase"] is not None)
        if not piece.text.strip():
            continue
        if match["minus"] and _EXCLUDING.match(piece.text):
            excluded.append(piece)
        elif joins_next:
            chains[-1].append(piece)
        else:
            chains.append([piece])
        joins_next = False
    return Written(
        " ".join(chain[0].text for chain in chains if len(chain) == 1 and not chain[0].is_phrase),
        tuple(chain[0].text for chain in chains if len(chain) == 1 and chain[0].is_phrase),
        tuple(tuple(chain) for chain in chains if len(chain) > 1),
        tuple(excluded),
    )
