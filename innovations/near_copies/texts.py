"""All that a work says: its fields and rows, and what stands in its files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from portal.content.attachment_text.records import text_of
from portal.content.models import KnowledgePage, PageText

MOST_LETTERS: Final = 200_000  # of a page with its files


def published_text(page_key: int) -> str:
    """Of the page as visitors have it; empty when it is not published."""
    kept = PageText.objects.filter(pk=page_key).values_list("text", flat=True).first()
    if kept is None:
        return ""
    page = KnowledgePage.objects.get(pk=page_key).specific
    return _joined([kept], page)


def text_in_memory(work: Any) -> str:
    """Of a work as it is in memory, of a draft for example."""
    return _joined(work.text_parts(), work)


def _joined(parts: Iterable[str], page: Any) -> str:
    documents = [row.document_id for row in page.attachments.all()]
    if full_text := getattr(page, "full_text_id", None):
        documents.append(full_text)
    texts = text_of(documents)
    return "\n".join([*parts, *(texts[key] for key in documents if key in texts)])[:MOST_LETTERS]
