"""Which of the six work groups a process belongs to: told by its title, or by the chapter that it stands in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from manuals.importer.headings import key
from manuals.outline import ChapterOutline, ProcessOutline
from portal.content.curriculum import WORK_GROUPS


def assign_work_groups(
    children: Iterable[ChapterOutline | ProcessOutline],
) -> Iterator[ChapterOutline | ProcessOutline]:
    """Yield the pages, each process with its work group where the manual says which it is."""
    chapter: int | None = None
    for child in children:
        if isinstance(child, ChapterOutline):
            chapter = _group_of_chapter(child)
            yield child
        else:
            yield replace(child, work_group=_groups().get(key(child.title)) or chapter)


def _group_of_chapter(chapter: ChapterOutline) -> int | None:
    """A chapter that names several groups tells of the division, not of the processes after it."""
    texts = [chapter.title, *(block.text for block in chapter.blocks)]
    named = {_groups()[found] for text in texts if (found := key(text)) in _groups()}
    return named.pop() if len(named) == 1 else None


@cache
def _groups() -> dict[str, int]:
    """Return the number of each group by the key of its name and of those of its tasks."""
    return {key(title): number for number, (name, tasks) in enumerate(WORK_GROUPS, start=1) for title in (name, *tasks)}
