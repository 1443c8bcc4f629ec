"""Text -> tokens: the one pipeline behind both engines, for pages and for questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, starmap
from typing import TYPE_CHECKING, Final

from portal.thai.words import Vocabulary, Word, cluster_runs_of, cut

from .tree import StoredFile, StoredText

if TYPE_CHECKING:
    import datetime

    from .documents import SearchDocument
    from .tree import FieldName

JOINT: Final = "\x1f"  # the engines split there; it is never shown
LINK: Final = "+"  # between the clusters of one token; no cluster is or holds it
LINKED: Final = 3  # clusters of a token
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


def analyse(document: SearchDocument, vocabulary: Vocabulary) -> AnalysedDocument:
    """Cut a page into words and clusters."""
    title, body = cut(document.title, vocabulary), cut(document.body, vocabulary)
    files = [(file, cut(file.title, vocabulary), cut(file.text, vocabulary)) for file in document.attachments]
    labels = [cut(label, vocabulary) for label in document.labels]
    in_clusters = [title, body, *labels, *(part for _file, *parts in files for part in parts)]
    return AnalysedDocument(
        document.page,
        document.kind,
        document.date,
        {"kind": (document.kind,), **document.facets},
        {
            "title": _tokens([title]),
            "body": _tokens([body]),
            "labels": _tokens(labels),
            "files": _tokens([part for _file, *parts in files for part in parts]),
            "pairs": JOINT.join([*_pairs(title), *_pairs(body)]),
            "clusters": _linked_runs([run for part in in_clusters for run in cluster_runs_of(part)]),
        },
        StoredText(
            _shown(title),
            _shown(body),
            tuple(StoredFile(file.document, _shown(head), _shown(text)) for file, head, text in files),
        ),
    )


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


def _shown(words: list[Word]) -> str:
    return JOINT.join(word.shown for word in words)


def _pairs(words: list[Word]) -> Iterator[str]:
    return starmap(pair, pairwise(word.token for word in words if word.token))


def _tokens(parts: Iterable[list[Word]]) -> str:
    return _with_barriers([word.token for word in part if word.token] for part in parts)


def _with_barriers(parts: Iterable[list[str]]) -> str:
    return f"{JOINT}{BARRIER}{JOINT}".join(JOINT.join(part) for part in parts if part)


def _linked_runs(runs: Sequence[Sequence[str]]) -> str:
    """The runs; behind them each single cluster and pair once, for what is as short."""
    single = dict.fromkeys(cluster for run in runs for cluster in run)
    pairs = dict.fromkeys(LINK.join(pair) for run in runs for pair in pairwise(run))
    return _with_barriers([*(list(linked(run)) for run in runs), list(single), list(pairs)])
