"""How a page lies in the embedded index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from tantivy import Document, Index, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from search.analysis import BARRIER, JOINT
from search.tree import StoredFile, StoredText

if TYPE_CHECKING:
    from pathlib import Path

    from tantivy import Schema

    from search.analysis import AnalysedDocument

FORMAT: Final = 3  # raise it when anything below, or the analysis of text, changes: the index then has to be rebuilt
TOKEN_FIELDS: Final = ("title", "body", "labels", "files", "pairs", "clusters")
_JOINED: Final = "joined"
_RECENCY_STEP: Final = 2**40  # days before pages: the newest day first, and in it the newest page


def open_index(path: Path) -> Index:
    """Open the index in a folder, or begin an empty one there."""
    index = Index(_schema(), path=str(path))
    # no pattern: of the work of indexing one took half
    index.register_tokenizer(_JOINED, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index


def as_document(page: AnalysedDocument) -> Document:
    """A page as tantivy stores it."""
    document = Document()
    document.add_unsigned("page", page.page)
    document.add_unsigned("recency", (page.date.toordinal() if page.date else 0) * _RECENCY_STEP + page.page)
    document.add_json("facets", {name: list(keys) for name, keys in page.facets.items()})
    for field, tokens in page.tokens.items():
        # never empty: as on a cluster, where empty fields would not count
        document.add_text(field, tokens.replace(JOINT, " ") or BARRIER)
    document.add_bytes("text", _packed(page.text))
    return document


def stored_text(document: Document) -> StoredText:
    """What extracts are made of, of a stored page."""
    title, body, files = json.loads(document["text"][0])
    return StoredText(title, body, tuple(StoredFile(*file) for file in files))


def _packed(text: StoredText) -> bytes:
    files = [(file.document, file.title, file.words) for file in text.files]
    return json.dumps((text.title, text.body, files), ensure_ascii=False).encode()


def _schema() -> Schema:
    builder = SchemaBuilder()
    builder.add_unsigned_field("page", indexed=True, fast=True)
    builder.add_unsigned_field("recency", fast=True)
    builder.add_json_field("facets", fast=True, tokenizer_name="raw", index_option="basic")
    for field in TOKEN_FIELDS:
        builder.add_text_field(field, tokenizer_name=_JOINED, index_option="freq" if field == "pairs" else "position")
    builder.add_bytes_field("text", stored=True)
    return builder.build()
