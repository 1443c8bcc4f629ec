"""Finds the page that an earlier import made of the same chapter or process, whatever editors did with it since."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from hashlib import sha256

from portal.thai.normalise import squash

from .models import ManualChapterPage, ManualIndexPage, WorkManualPage, WorkProcessPage
from .outline import ChapterOutline, ManualOutline, ProcessOutline

ChildPage = ManualChapterPage | WorkProcessPage
ChildOutline = ChapterOutline | ProcessOutline

LONGEST_KEY = 240
SAME_TITLE = 0.9  # likeness from which a title is the old one with a misprint put right


def manual_key(outline: ManualOutline) -> str:
    """What makes two files the same manual: title, office, group and fiscal year."""
    parts = (outline.title, outline.office, outline.owner_group, str(outline.fiscal_year or ""))
    return _short("|".join(squash(part) for part in parts))


def manual_page(outline: ManualOutline, index: ManualIndexPage) -> WorkManualPage | None:
    """The manual's page below `index`."""
    return WorkManualPage.objects.child_of(index).filter(import_key=manual_key(outline)).first()


def child_keys(children: Sequence[ChildOutline]) -> list[str]:
    """Kind and title of each; the second of two of the same name is told apart by its count."""
    seen: dict[str, int] = {}
    keys = []
    for child in children:
        key = _short(f"{'process' if isinstance(child, ProcessOutline) else 'chapter'}|{squash(child.title)}")
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return keys


def children_of(manual: WorkManualPage) -> list[ChildPage]:
    """The chapters and processes of a manual in their order."""
    pages = [*ManualChapterPage.objects.child_of(manual), *WorkProcessPage.objects.child_of(manual)]
    return sorted(pages, key=lambda page: page.path)


def match_children(outline: ManualOutline, pages: Sequence[ChildPage]) -> list[ChildPage | None]:
    """For each chapter and process its page: by its key, else by a title that is nearly the same."""
    by_key = {page.import_key: page for page in pages if page.import_key}
    keys = child_keys(outline.children)
    matches = [by_key.get(key) for key in keys]
    left = [page for page in pages if page.import_key and page.import_key not in keys]
    for place, child in enumerate(outline.children):
        if matches[place] is None and (page := _like(child, left)):
            left.remove(page)
            matches[place] = page
    return matches


def _like(child: ChildOutline, pages: Sequence[ChildPage]) -> ChildPage | None:
    kind = WorkProcessPage if isinstance(child, ProcessOutline) else ManualChapterPage
    title = squash(child.title)
    likeness = {
        page: SequenceMatcher(None, title, squash(page.title), autojunk=False).ratio()
        for page in pages
        if isinstance(page, kind)
    }
    best = max(likeness, key=likeness.__getitem__, default=None)
    return best if best and likeness[best] >= SAME_TITLE else None


def _short(key: str) -> str:
    return key if len(key) <= LONGEST_KEY else f"{key[:200]}{sha256(key.encode()).hexdigest()[:40]}"
