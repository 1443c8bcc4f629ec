"""How a page lies in an index of the cluster: built-in analyzers only, so that any Elasticsearch 8 will do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from search.analysis import BARRIER
from search.tree import StoredFile, StoredText

if TYPE_CHECKING:
    from search.analysis import AnalysedDocument

FORMAT: Final = 3  # raise it when anything below, or the analysis of text, changes: the index then has to be rebuilt
TOKEN_FIELDS: Final = ("title", "body", "labels", "files", "pairs", "clusters")


def settings() -> dict[str, Any]:
    """Of an index while it is written: one shard, so that scores are the same for all pages, and nothing visible."""
    return {"index": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"}}


def settings_in_use() -> dict[str, Any]:
    """Of an index that answers; a second copy where the cluster has a second machine."""
    return {"index": {"auto_expand_replicas": "0-1", "refresh_interval": None}}


def mapping(meta: dict[str, Any]) -> dict[str, Any]:
    """The fields. A new facet needs no change: whatever stands under `facets` is a keyword."""
    tokens = {"type": "text", "analyzer": "whitespace"}  # splits at U+001F too, and nowhere inside a token
    return {
        "dynamic": "strict",
        "_meta": {"portal": meta},
        "_source": {"excludes": list(TOKEN_FIELDS)},  # only what extracts are made of is kept
        "dynamic_templates": [{"facets": {"path_match": "facets.*", "mapping": {"type": "keyword"}}}],
        "properties": {
            "page": {"type": "long"},
            "date": {"type": "date", "format": "strict_date"},
            "facets": {"type": "object", "dynamic": True},
            "text": {"type": "object", "enabled": False},
            **dict.fromkeys(TOKEN_FIELDS, tokens),
            "pairs": {**tokens, "index_options": "freqs"},  # no phrase is made of pairs: their places need no room
        },
    }


def as_source(page: AnalysedDocument) -> dict[str, Any]:
    """A page as the cluster takes it."""
    return {
        "page": page.page,
        "date": page.date and page.date.isoformat(),
        "facets": {name: list(keys) for name, keys in page.facets.items()},
        "text": {
            "title": page.text.title,
            "body": page.text.body,
            "files": [[file.document, file.title, file.words] for file in page.text.files],
        },
        # Elasticsearch counts only pages with something in a field, tantivy all: a barrier makes them score alike
        **{field: page.tokens.get(field) or BARRIER for field in TOKEN_FIELDS},
    }


def stored_text(source: dict[str, Any]) -> StoredText:
    """What extracts are made of, of a stored page."""
    text = source["text"]
    return StoredText(text["title"], text["body"], tuple(StoredFile(*file) for file in text["files"]))
