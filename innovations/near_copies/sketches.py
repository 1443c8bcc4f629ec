"""The table of sketches: made anew when a page is published or sent in, dropped when it is neither."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page, WorkflowState

from innovations.models import Sketch, WorkPage
from portal.content.held_files.files import readable
from portal.content.models import KnowledgePage, PageText

from .shingles import cut_text, sample
from .texts import published_text, text_in_memory

PATIENCE: Final = 30.0  # seconds of a run of the timer


def keep_published(page_key: int) -> None:
    """Sketch a page as it is published now, or forget it."""
    _keep(page_key, False, published_text(page_key))


def keep_draft(work: WorkPage) -> None:
    """Sketch the version of a work that was sent in."""
    _keep(work.pk, True, text_in_memory(work.get_latest_revision_as_object()))


def forget(page_key: int, *, is_of_draft: bool) -> None:
    """Drop what is no longer published, or no longer in review."""
    Sketch.objects.filter(page=page_key, is_of_draft=is_of_draft).delete()


def comparable(page_key: int) -> Iterator[tuple[int, bool, array[int]]]:
    """(page, whether it is in review, sample) of all that a page is compared with: public pages and works in review."""
    public = readable(KnowledgePage.objects.all()).values("pk")
    in_review = works_in_review().values("pk")
    others = Sketch.objects.exclude(page=page_key)
    for rows in (
        others.filter(is_of_draft=False, page__in=public),
        others.filter(is_of_draft=True, page__in=in_review),
    ):
        for page, is_of_draft, hashes in rows.values_list("page", "is_of_draft", "hashes").iterator():
            yield page, is_of_draft, array("Q", bytes(hashes))


def works_in_review() -> Any:
    """Works that somebody looks through now."""
    running = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    keys = running.filter(base_content_type=ContentType.objects.get_for_model(Page)).values_list("object_id", flat=True)
    return WorkPage.objects.filter(pk__in=[int(key) for key in keys])


def catch_up(limit_seconds: float = PATIENCE) -> int:
    """Sketch what was published, or whose files were read, since its sketch was made; return how many pages.

    For a timer: the text of large files comes later than the page."""
    end = time.monotonic() + limit_seconds
    count = 0
    for page_key in list(_waiting().values_list("pk", flat=True)):
        if time.monotonic() >= end:
            break
        keep_published(page_key)
        count += 1
    return count


def _waiting() -> Any:
    """Public pages without a sketch, or with one older than their version or the text of a file."""
    kept = Sketch.objects.filter(is_of_draft=False)
    files = "inner_text__made_at__gt"
    with_new_files = kept.filter(
        Q(**{f"page__attachments__document__{files}": F("made_at")})
        | Q(**{f"page__workpage__researchpage__full_text__{files}": F("made_at")})
    )
    fresh = kept.filter(page=OuterRef("pk"), made_at__gte=OuterRef("last_published_at"))
    said = PageText.objects.exclude(text="").values("pk")
    pages = readable(KnowledgePage.objects.filter(pk__in=said))
    return pages.filter(~Exists(fresh) | Q(pk__in=with_new_files.values("page"))).order_by("pk")


def _keep(page_key: int, is_of_draft: bool, text: str) -> None:
    if not text:
        forget(page_key, is_of_draft=is_of_draft)
        return
    source = _source(text)
    if Sketch.objects.filter(page=page_key, is_of_draft=is_of_draft, source=source).update(made_at=timezone.now()):
        return
    hashes = sample(cut_text(text).tokens).tobytes()
    Sketch.objects.update_or_create(
        page_id=page_key, is_of_draft=is_of_draft, defaults={"hashes": hashes, "source": source}
    )


def _source(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
