"""Saves an outline as pages: all or nothing; a second time it updates, it does not double."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from portal.content.models import KnowledgePage
from portal.thai.normalise import squash

from .models import ManualChapterPage, ManualIndexPage, WorkManualPage, WorkProcessPage
from .outline import ChapterOutline, ManualOutline, ProcessOutline
from .process_writer import fill_process
from .streams import raw_stream

if TYPE_CHECKING:
    from portal.accounts.models import User

LONGEST_TITLE = 255  # letters, of a Wagtail page

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One page as saved: `is_new`, or updated."""

    page: KnowledgePage
    is_new: bool


@transaction.atomic
def save_manual(
    outline: ManualOutline,
    index: ManualIndexPage,
    *,
    publish: bool = False,
    user: User | None = None,
    progress: Progress | None = None,
) -> list[SavedPage]:
    """Save the manual below `index`, then its chapters and processes, as drafts or published.

    `progress(done, total, title)` is told after each page. Returns the pages in their order."""
    total = 1 + len(outline.children)
    manual, is_new = _manual_page(outline, index)
    fill_manual(manual, outline)
    _save(manual, index, is_new, publish, user)
    saved = [SavedPage(manual, is_new)]
    known = {page.import_key: page for page in _children(manual)}
    keys: dict[str, int] = {}
    for done, child in enumerate(outline.children, start=2):
        if progress:
            progress(done - 1, total, saved[-1].page.title)
        key = _child_key(child, keys)
        page = known.get(key)
        is_new_child = page is None
        page = _child_page(child, key) if page is None else page.get_latest_revision_as_object()
        fill_child(page, child)
        _save(page, manual, is_new_child, publish, user)
        saved.append(SavedPage(page, is_new_child))
    if progress:
        progress(total, total, saved[-1].page.title)
    _put_in_order(manual, [one.page for one in saved[1:]])
    return saved


def fill_manual(page: WorkManualPage, outline: ManualOutline) -> None:
    """The manual's own fields."""
    page.title = outline.title[:LONGEST_TITLE]
    page.summary = outline.summary or page.summary
    page.office, page.owner_position, page.owner_group = outline.office, outline.owner_position, outline.owner_group
    page.fiscal_year, page.edition = outline.fiscal_year, outline.edition
    page.effective_date = date.fromisoformat(outline.effective_date) if outline.effective_date else None
    page.cover_text = "\n".join(outline.cover_lines)
    page.preface = raw_stream(outline.preface)


def fill_child(page: ManualChapterPage | WorkProcessPage, outline: ChapterOutline | ProcessOutline) -> None:
    """A chapter's or a process's fields."""
    page.title = outline.title[:LONGEST_TITLE]
    page.summary = outline.summary or page.summary
    if isinstance(outline, ProcessOutline):
        fill_process(page, outline)
    else:
        page.body = raw_stream(outline.blocks, has_tasks=True)


def _manual_page(outline: ManualOutline, index: ManualIndexPage) -> tuple[WorkManualPage, bool]:
    key = "|".join(squash(part) for part in (outline.title, outline.office, outline.owner_group))[:200]
    key = f"{key}|{outline.fiscal_year or ''}"
    known = WorkManualPage.objects.child_of(index).filter(import_key=key).first()
    if known is not None:
        return known.get_latest_revision_as_object(), False
    return WorkManualPage(import_key=key), True


def _children(manual: WorkManualPage) -> list[ManualChapterPage | WorkProcessPage]:
    return [*ManualChapterPage.objects.child_of(manual), *WorkProcessPage.objects.child_of(manual)]


def _child_key(outline: ChapterOutline | ProcessOutline, seen: dict[str, int]) -> str:
    """Kind and title; the second of two of the same name is told apart by its count."""
    kind = "process" if isinstance(outline, ProcessOutline) else "chapter"
    key = f"{kind}|{squash(outline.title)}"[:240]
    seen[key] = seen.get(key, 0) + 1
    return key if seen[key] == 1 else f"{key}#{seen[key]}"


def _child_page(outline: ChapterOutline | ProcessOutline, key: str) -> ManualChapterPage | WorkProcessPage:
    model = WorkProcessPage if isinstance(outline, ProcessOutline) else ManualChapterPage
    return model(import_key=key)


def _save(page: KnowledgePage, parent, is_new: bool, publish: bool, user: User | None) -> None:
    if is_new:
        page.live = False
        parent.add_child(instance=page)
    revision = page.save_revision(user=user, log_action=True)
    if publish:
        revision.publish(user=user)


def _put_in_order(manual: WorkManualPage, pages: list[KnowledgePage]) -> None:
    """The outline's order; pages that only the portal has stay behind them."""
    wanted = [page.pk for page in pages]
    standing = list(manual.get_children().order_by("path").values_list("pk", flat=True))
    if [pk for pk in standing if pk in set(wanted)] == wanted:
        return
    for pk in wanted:
        page, parent = KnowledgePage.objects.get(pk=pk), KnowledgePage.objects.get(pk=manual.pk)
        page.move(parent, pos="last-child")
