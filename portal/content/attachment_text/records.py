"""Texts of documents in the database: made when a file is new, forgotten when it is replaced, given to the search."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final

from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from portal.content.models.document_text import IS_READ, DocumentText
from portal.content.models.media import PortalDocument

from . import text_changed
from .extracting import extract
from .reader import Reader
from .values import Extracted, Limits, Problem

LOG: Final = logging.getLogger(__name__)
FULL: Final = Limits()


def text_of(documents: Iterable[int]) -> Mapping[int, str]:
    """Return the texts of the documents with these keys that have one now, in one query.

    Whoever shows them to visitors asks first who may have the documents."""
    texts = DocumentText.objects.current().filter(document__in=documents).exclude(text="")
    return dict(texts.values_list("document", "text"))


def unread() -> Any:
    """Return the documents whose present file was not read yet, the newest first."""
    return PortalDocument.objects.exclude(pk__in=PortalDocument.objects.filter(IS_READ).values("pk")).order_by("-pk")


def catch_up(limit_seconds: float) -> int:
    """Read files that wait, for about that long; return how many were read. For a timer; may run beside itself."""
    return sum(1 for _document in read_all(unread(), limit_seconds))


def read_all(documents: Iterable[Any], limit_seconds: float | None = None) -> Iterator[tuple[Any, Extracted]]:
    """Read the files of `documents` in one process and keep their texts; yield each document with what was found."""
    end = None if limit_seconds is None else time.monotonic() + limit_seconds
    with Reader() as reader:
        for document in documents.iterator(chunk_size=100) if hasattr(documents, "iterator") else documents:
            if end is not None and time.monotonic() >= end:
                return
            found = _read(document, FULL, reader)
            keep(document, found)
            yield document, found


def read_quickly(document: Any, limits: Limits, reader: Reader) -> bool:
    """Read one file while somebody waits; return False, and keep nothing, when it takes longer than `limits` give."""
    found = _read(document, limits, reader)
    if found.is_late:
        return False
    keep(document, found)
    return True


def keep(document: Any, found: Extracted) -> None:
    """Store what was found, in one transaction with the news of it, unless the document is gone by now."""
    with transaction.atomic():
        if not PortalDocument.objects.select_for_update().filter(pk=document.pk).exists():
            return
        before = text_of([document.pk]).get(document.pk, "")
        values = {
            "text": found.text,
            "problem": found.problem.value,
            "detail": found.detail,
            "source_name": document.file.name,
            "source_hash": document.file_hash,
            "source_size": document.file_size,
            "made_at": timezone.now(),
        }
        DocumentText.objects.update_or_create(document_id=document.pk, defaults=values)
        if found.text != before:
            text_changed.send(sender=DocumentText, document=document)


def forget_replaced(document: Any) -> None:
    """Drop the text of a file that the document no longer has: it may have been replaced for what stood in it."""
    with transaction.atomic():
        kept = DocumentText.objects.filter(document=document.pk)
        replaced = kept.exclude(source_name=document.file.name, source_hash=document.file_hash)
        had_text = replaced.exclude(text="").exists()
        if replaced.delete()[0] and had_text:
            text_changed.send(sender=DocumentText, document=document)


def _read(document: Any, limits: Limits, reader: Reader) -> Extracted:
    if not document.file.storage.exists(document.file.name):
        LOG.warning("The file of document %s is missing: %s", document.pk, document.file.name)
        return Extracted(problem=Problem.MISSING)
    with _source(document) as file:
        return extract(file, document.filename, limits, reader)


def _source(document: Any) -> Any:
    """A path where the storage has paths: no copy is made of what is private."""
    storage: Storage = document.file.storage
    try:
        return nullcontext(Path(storage.path(document.file.name)))
    except NotImplementedError:
        return storage.open(document.file.name, "rb")
