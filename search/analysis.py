"""Text -> tokens: the one pipeline behind both engines, for pages and for questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, starmap
from typing import TYPE_CHECKING, Final

from portal.thai.words import Vocabulary, cluster_runs_of, cut

from .tree import StoredFile, StoredText

if TYPE_CHECKING:
    import datetime

    from .documents import SearchDocument
    from .tree import FieldName

JOINT: Final = "\x1f"  # the engines split there; it is never shown
LINK: Final = "+"  # between the clusters of one token; no cluster is or holds it
LINKED: Final = 3  # clusters of a token
MOST_LABELS: Final = 5_000  # kept while pages are cut
BARRIER: Final = "¶"  # a token that no question holds, so that no phrase reaches from one part into the next


@dataclass(frozen=True, slots=True)
class AnalysedDocument:
    """A page ready for an engine: `tokens` per field joined by `JOINT`, `text` for extracts."""

    page: int
    kind: str
    date: datetime.date | None
    facets: Mapping[str, tuple[str, ...]]
    tokens: Mapping[FieldName, str]
    text: StoredText


class Analyser:
    """Cuts pages into words and clusters; what many of them bear, such as the name of a network, only once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._label = lru_cache(maxsize=MOST_LABELS)(self._part)

    def analyse(self, document: SearchDocument) -> AnalysedDocument:
        """Make one page ready for an engine."""
        title, body = self._part(document.title), self._part(document.body)
        files = [(file, self._part(file.title), self._part(file.text)) for file in document.attachments]
        labels = [self._label(label) for label in document.labels]
        in_files = [part for _file, *parts in files for part in parts]
        runs = chain.from_iterable(part.runs for part in (title, body, *labels, *in_files))
        return AnalysedDocument(
            document.page,
            document.kind,
            document.date,
            {"kind": (document.kind,), **document.facets},
            {
                "title": _with_barriers([title.tokens]),
                "body": _with_barriers([body.tokens]),
                "labels": _with_barriers(label.tokens for label in labels),
                "files": _with_barriers(part.tokens for part in in_files),
                "pairs": JOINT.join(starmap(pair, chain(pairwise(title.tokens), pairwise(body.tokens)))),
                "clusters": _linked_runs(list(runs)),
            },
            StoredText(
                title.shown,
                body.shown,
                tuple(StoredFile(file.document, head.shown, text.shown) for file, head, text in files),
            ),
        )

    def _part(self, text: str) -> _Part:
        words = cut(text, self._vocabulary)
        return _Part(
            JOINT.join([word.shown for word in words]),
            [word.token for word in words if word.token],
            cluster_runs_of(words),
        )


@dataclass(frozen=True, slots=True)
class _Part:
    """A text as it is shown, its words and the runs of its clusters."""

    shown: str
    tokens: list[str]
    runs: list[list[str]]


def linked(run: Sequence[str]) -> tuple[str, ...]:
    """A run of clusters as the tokens that are indexed: three to a token, each token beginning one cluster further.

    A phrase of them is as exact as one of single clusters, and found many times faster: single ones stand in nearly
    every page. A run of two, or of one, is one token."""
    if len(run) <= LINKED:
        return (LINK.join(run),) if run else ()
    return tuple(map(LINK.join, zip(*(run[start:] for start in range(LINKED)), strict=False)))


def pair(one: str, other: str) -> str:
    """Two words side by side as the one token that is indexed of them: as a phrase they take many times as long."""
    return f"{one}{LINK}{other}"


def plain(shown: str) -> str:
    """Text as stored for extracts -> text as people read it."""
    return shown.replace(JOINT, "")


def _with_barriers(parts: Iterable[list[str]]) -> str:
    return f"{JOINT}{BARRIER}{JOINT}".join(JOINT.join(part) for part in parts if part)


def _linked_runs(runs: Sequence[Sequence[str]]) -> str:
    """The runs; behind them each single cluster and pair once, for what is as short."""
    single = dict.fromkeys(cluster for run in runs for cluster in run)
    pairs = dict.fromkeys(LINK.join(pair) for run in runs for pair in pairwise(run))
    return _with_barriers([*(list(linked(run)) for run in runs), list(single), list(pairs)])
