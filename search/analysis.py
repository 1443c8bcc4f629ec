"""Text -> tokens: the one pipeline behind both engines, for pages and for questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from portal.thai.words import Vocabulary, Word, cluster_runs, cut

from .tree import StoredFile, StoredText

if TYPE_CHECKING:
    import datetime

    from .documents import SearchDocument
    from .tree import FieldName

JOINT: Final = "\x1f"  # the engines split there; it is never shown
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
    in_clusters = [
        document.title,
        document.body,
        *document.labels,
        *(part for file, *_ in files for part in (file.title, file.text)),
    ]
    return AnalysedDocument(
        document.page,
        document.kind,
        document.date,
        {"kind": (document.kind,), **document.facets},
        {
            "title": _tokens([title]),
            "body": _tokens([body]),
            "labels": _tokens([cut(label, vocabulary) for label in document.labels]),
            "files": _tokens([part for _file, *parts in files for part in parts]),
            "title_clusters": _with_barriers(cluster_runs(document.title)),
            "clusters": _with_barriers(run for part in in_clusters for run in cluster_runs(part)),
        },
        StoredText(
            _shown(title),
            _shown(body),
            tuple(StoredFile(file.document, _shown(head), _shown(text)) for file, head, text in files),
        ),
    )


def plain(shown: str) -> str:
    """Text as stored for extracts -> text as people read it."""
    return shown.replace(JOINT, "")


def _shown(words: list[Word]) -> str:
    return JOINT.join(word.shown for word in words)


def _tokens(parts: Iterable[list[Word]]) -> str:
    return _with_barriers([word.token for word in part if word.token] for part in parts)


def _with_barriers(parts: Iterable[list[str]]) -> str:
    return f"{JOINT}{BARRIER}{JOINT}".join(JOINT.join(part) for part in parts if part)
