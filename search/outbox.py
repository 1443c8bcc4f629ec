"""Where a change of a page is written down, in the transaction that makes it: what is committed is never forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final, TypeAlias

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from .models import IndexChange

_Note: TypeAlias = tuple[int, bool, str]  # page, with descendants, word

committed: Final = Signal()  # changes are committed; `changes` are their keys


def look_again(pages: Iterable[int], *, with_descendants: bool = False, delay: timedelta = timedelta()) -> None:
    """Have the search read these pages again; `with_descendants`: and who may read what is below them."""
    _write(((page, with_descendants, "") for page in pages), delay)


def look_for(words: Iterable[str]) -> None:
    """Have the search read again what holds these words, as they are cut in another way from now on."""
    _write((0, False, word) for word in words)


def taken_up() -> None:
    """What this transaction noted is about to be applied: it may have to be noted again."""
    _this_transaction().noted.clear()


class _Transaction:
    """What one transaction noted. Lives among the connection's commit hooks, so that a rollback drops it."""

    def __init__(self) -> None:
        self.keys: list[int] = []
        self.noted: set[tuple[tuple[object, ...], _Note]] = set()

    def tell(self) -> None:
        """After the commit."""
        committed.send(sender=IndexChange, changes=self.keys)


def _write(notes: Iterable[_Note], delay: timedelta = timedelta()) -> None:
    ours = _this_transaction()
    due = timezone.now() + delay
    rows = [
        IndexChange(page=page, with_descendants=below, word=word, due_at=due) for page, below, word in _new(notes, ours)
    ]
    if not rows:
        return
    ours.keys += [row.pk for row in IndexChange.objects.bulk_create(rows, batch_size=200)]
    if ours not in _transactions():
        transaction.on_commit(ours.tell, robust=True)


def _new(notes: Iterable[_Note], ours: _Transaction) -> Iterator[_Note]:
    """Each note once a savepoint: what was noted in one that is rolled back has to be noted again."""
    savepoints = tuple(transaction.get_connection().savepoint_ids)
    for note in dict.fromkeys(notes):
        if (savepoints, note) not in ours.noted:
            ours.noted.add((savepoints, note))
            yield note


def _this_transaction() -> _Transaction:
    return next(iter(_transactions()), None) or _Transaction()


def _transactions() -> list[_Transaction]:
    """At most one: that of the transaction that is open."""
    hooks = (
        getattr(hook, "__self__", None) for _savepoints, hook, _robust in transaction.get_connection().run_on_commit
    )
    return [hook for hook in hooks if isinstance(hook, _Transaction)]
