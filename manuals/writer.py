"""Saves an outline as pages: all or nothing; a second time it changes what the file changed, it does not double."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.models import Page

from portal.content import glossary_use
from portal.content.index_updates import once_at_the_end

from .changes import changed_fields, digests_of, last_imports
from .matching import ChildOutline, ChildPage, child_keys, children_of, manual_key, manual_page, match_children
from .models import ManualChapterPage, ManualIndexPage, WorkManualPage, WorkProcessPage
from .outline import ManualOutline, ProcessOutline
from .page_writer import ORDER, Outcome, PageWriter, SavedPage, child_values, manual_values
from .pictures import Pictures

if TYPE_CHECKING:
    from portal.accounts.models import User

__all__ = ["Outcome", "SavedPage", "gone_from_file", "save_manual", "saving_manual"]

Progress = Callable[[int, int, str], None]


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
    saved: list[SavedPage] = []
    for one in saving_manual(outline, index, publish=publish, user=user):
        saved.append(one)
        if progress:
            progress(len(saved), total, one.page.title)
    return saved


def saving_manual(
    outline: ManualOutline, index: ManualIndexPage, *, publish: bool = False, user: User | None = None
) -> Iterator[SavedPage]:
    """As `save_manual`, page by page. Nothing stays unless it is run to its end.

    Raises `PermissionDenied` when `user` may not change a page that stands already."""
    with _one_import(index) as pictures:
        yield from _save_pages(outline, index, PageWriter(publish, user, pictures))


def gone_from_file(saved: Sequence[SavedPage]) -> list[ChildPage]:
    """The pages of an earlier import that the file has no longer. They stay; the editor decides."""
    kept = {one.page.pk for one in saved}
    return [page for page in children_of(saved[0].page) if page.import_key and page.pk not in kept]


@contextmanager
def _one_import(index: ManualIndexPage) -> Iterator[Pictures]:
    """One transaction. A second import below the same index waits; what follows from pages is done once, at the end."""
    pictures = Pictures()
    try:
        with transaction.atomic(), once_at_the_end(), glossary_use.suspended():
            Page.objects.select_for_update().get(pk=index.pk)
            yield pictures
    except BaseException:
        pictures.undo()
        raise


def _save_pages(outline: ManualOutline, index: ManualIndexPage, writer: PageWriter) -> Iterator[SavedPage]:
    keys = child_keys(outline.children)
    manual = manual_page(outline, index)
    standing = children_of(manual) if manual else []
    last = last_imports([manual, *standing] if manual else [])
    before = last.get(manual.pk) if manual else None
    saved = writer.save(manual or WorkManualPage(import_key=manual_key(outline)), index, manual_values(outline), before)
    yield saved
    parent = WorkManualPage.objects.get(pk=saved.page.pk)
    placed: list[ChildPage] = []
    for child, key, page in zip(outline.children, keys, match_children(outline, standing), strict=True):
        known = last.get(page.pk) if page else None
        one = writer.save(page or _new_page(child, key), parent, child_values(child), known)
        placed.append(one.page)
        yield one
    if changed_fields(digests_of({ORDER: keys}), before):
        _put_in_order(parent, placed)


def _new_page(outline: ChildOutline, key: str) -> ChildPage:
    return (WorkProcessPage if isinstance(outline, ProcessOutline) else ManualChapterPage)(import_key=key)


def _put_in_order(manual: WorkManualPage, pages: Sequence[ChildPage]) -> None:
    """The file's order; pages that only the portal has stay behind them."""
    wanted = [page.pk for page in pages]
    standing = [page.pk for page in Page.objects.child_of(manual).order_by("path")]
    if [pk for pk in standing if pk in set(wanted)] == wanted:
        return
    for pk in wanted:
        Page.objects.get(pk=pk).move(Page.objects.get(pk=manual.pk), pos="last-child")
