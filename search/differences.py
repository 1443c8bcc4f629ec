"""Where the index and the database disagree about what everybody may read."""

from __future__ import annotations

from dataclasses import dataclass

from wagtail.models import Page

from . import outbox
from .backends import get_backend
from .indexing import forget, portions
from .reading import readable_pages
from .tree import Every


@dataclass(frozen=True, slots=True)
class Differences:
    """Readable pages that the index lacks, and pages it holds that are not readable; `readable` is how many are."""

    readable: int = 0
    missing: frozenset[int] = frozenset()
    superfluous: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.missing or self.superfluous)


def compare() -> Differences:
    """Look at all pages; a second for some tens of thousands. Raises `SearchUnavailable`."""
    readable = frozenset(readable_pages().values_list("pk", flat=True))
    indexed = frozenset(get_backend().matching(Every()))
    return Differences(len(readable), readable - indexed, indexed - readable)


def settle(found: Differences) -> None:
    """Forget what is superfluous at once, and have what is missing read: after changes that nobody announced."""
    forget(found.superfluous)
    outbox.look_again(found.missing)


def settle_branch(page: int) -> None:
    """The same for a page and all below it, whose texts are what they were; the page itself is read in any case."""
    place = Page.objects.filter(pk=page).values_list("path", flat=True).first()
    if place is None:
        outbox.look_again([page])
        return
    branch = list(Page.objects.filter(path__startswith=place).values_list("pk", flat=True))
    readable = set(readable_pages().filter(path__startswith=place).values_list("pk", flat=True))
    forget([one for one in branch if one not in readable])
    indexed = {one for some in portions(sorted(readable)) for one in get_backend().stored(some)}
    outbox.look_again({page} | (readable - indexed))
