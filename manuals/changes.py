"""What an import found in its file, field by field, so that the next one writes only what changed there since.

What an editor changed meanwhile stays, unless the file changed in the same place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from wagtail.log_actions import log
from wagtail.models import PageLogEntry, Revision

from portal.content.models import KnowledgePage

ACTION = "manuals.import"

Digests = dict[str, str]


def digests_of(values: Mapping[str, Any]) -> Digests:
    """A short digest of what the file says for each field."""
    return {name: _digest(value) for name, value in values.items()}


def last_imports(pages: Iterable[KnowledgePage]) -> dict[int, PageLogEntry]:
    """The last import of each page that was imported, by its id."""
    entries = PageLogEntry.objects.filter(page__in=[page.pk for page in pages], action=ACTION)
    return {entry.page_id: entry for entry in entries.order_by("timestamp", "pk")}


def changed_fields(digests: Digests, last: PageLogEntry | None) -> list[str]:
    """The fields for which the file now says something else; all when it is not known what it said."""
    before = last.data.get("fields", {}) if last else {}
    return [name for name, digest in digests.items() if before.get(name) != digest]


def note_import(page: KnowledgePage, digests: Digests, revision: Revision, user: Any) -> None:
    """Keep the digests in the page's history, where editors see the import too."""
    log(instance=page, action=ACTION, user=user, data={"fields": digests}, revision=revision)


def _digest(value: Any) -> str:
    digest = sha256()
    for text in _texts(value):
        digest.update(text)
        digest.update(b"\x1f")
    return digest.hexdigest()[:16]


def _texts(value: Any) -> Iterable[bytes]:
    """All that is in a value, in one order, its shape included."""
    if isinstance(value, bytes):
        yield value
    elif is_dataclass(value):
        yield type(value).__name__.encode()
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
    elif isinstance(value, Mapping):
        yield from _texts(sorted(value.items()))
    elif isinstance(value, tuple | list):
        yield b"["
        for one in value:
            yield from _texts(one)
        yield b"]"
    else:
        yield str(value).encode()
