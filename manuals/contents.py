"""The contents of a manual: its chapters and processes in their order, numbered, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import BooleanField, Count, ExpressionWrapper, F, Q

from portal.content.models import KnowledgePage


@dataclass(frozen=True, slots=True)
class Entry:
    """A chapter or process. `number` is in Arabic digits, `steps` how many a process has, `group` its work group."""

    page: KnowledgePage
    number: str
    is_chapter: bool
    steps: int = 0
    group: str = ""

    @property
    def anchor(self) -> str:
        """The name of its permanent link where the whole manual is one page."""
        return f"page-{self.page.pk}"


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter with the processes that follow it; no chapter where the manual begins with processes."""

    chapter: Entry | None
    processes: list[Entry] = field(default_factory=list)

    @property
    def groups(self) -> list[tuple[str, list[Entry]]]:
        """The processes by work group, in runs: a group named twice stands twice, as in the manual."""
        return [(name, list(entries)) for name, entries in groupby(self.processes, key=lambda entry: entry.group)]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands in its manual; all empty for a page that readers do not see."""

    own: Entry | None = None
    previous: Entry | None = None
    next: Entry | None = None


def contents_of(manual: KnowledgePage) -> list[Entry]:
    """What readers find in the manual. Chapters are numbered 1, 2, 3 and the processes after chapter 3 are 3.1, 3.2;
    processes before any chapter count as chapters do."""
    return list(_numbered(_children(manual)))


def sections_of(entries: Sequence[Entry]) -> list[Section]:
    """The contents as a table shows them."""
    sections: list[Section] = []
    for entry in entries:
        if entry.is_chapter:
            sections.append(Section(entry))
        elif sections:
            sections[-1].processes.append(entry)
        else:
            sections.append(Section(None, [entry]))
    return sections


def place_of(page: KnowledgePage, entries: Sequence[Entry]) -> Place:
    """The page's own entry and its neighbours."""
    position = next((index for index, entry in enumerate(entries) if entry.page.pk == page.pk), None)
    if position is None:
        return Place()
    around = [None, *entries, None]
    return Place(entries[position], around[position], around[position + 2])


def newest_of(entries: Sequence[Entry]) -> Entry | None:
    """The entry published last."""
    published = [entry for entry in entries if entry.page.last_published_at]
    return max(published, key=lambda entry: entry.page.last_published_at, default=None)


def _children(manual: KnowledgePage) -> list[KnowledgePage]:
    return list(
        KnowledgePage.objects.readable_with(manual)
        .annotate(
            step_count=Count("workprocesspage__steps"),
            group_name=F("workprocesspage__work_group__name"),
            is_chapter=ExpressionWrapper(Q(manualchapterpage__isnull=False), output_field=BooleanField()),
        )
        .order_by("path")
    )


def _numbered(children: Sequence[KnowledgePage]) -> Iterator[Entry]:
    first = second = 0
    has_chapter = False
    for page in children:
        if page.is_chapter or not has_chapter:
            first, second = first + 1, 0
            number = str(first)
        else:
            second += 1
            number = f"{first}.{second}"
        has_chapter = has_chapter or page.is_chapter
        yield Entry(page, number, page.is_chapter, page.step_count, page.group_name or "")
