"""The search catches up with what was changed: at once after the commit, and with what is left over by the timer."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from math import inf
from time import monotonic
from typing import Any, Final

from asgiref.local import Local
from django.db.models import F
from django.utils import timezone

from portal.later import Later

from . import outbox
from .backends import SearchBusy, SearchUnavailable, get_backend
from .differences import Differences, compare, settle, settle_branch
from .indexing import AT_ONCE, bring_up_to_date
from .learning import pages_with
from .models import IndexChange
from .turn import turn

logger = logging.getLogger(__name__)

OWN_SECONDS: Final = 5.0  # that a request may take for its own changes; the timer goes on
SPARE_SECONDS: Final = 1.0  # until which it helps with what others left
PATIENCE: Final = 2.0  # seconds that a request waits for its turn; whose turn it is looks for more when it ends
KEPT: Final = timedelta(days=1)  # that done changes are kept: no rebuild takes longer
LOOK: Final = 0.1  # seconds between two looks of a process that merges the index at what others leave
SOON: Final = 3.0  # seconds until a process tries again what it left to another
LONGEST_DELAY: Final = timedelta(hours=1)  # between two attempts at a page that cannot be read

_thread = Local()  # `.is_draining`: what changes meanwhile is taken up by the round that runs


@dataclass(slots=True)
class Drained:
    """How many changes were applied, how many could not be, and why the engine did not take the rest: it does not
    answer, or `is_busy` and takes them in some seconds."""

    done: int = 0
    failed: int = 0
    unavailable: str = ""
    is_busy: bool = False


def drain(
    first: Sequence[int] = (), *, seconds: float = inf, spare: float = inf, patience: float = PATIENCE
) -> Drained:
    """Apply what is due, the changes with the keys `first` before all others.

    Ends after `seconds`; what is not in `first` is begun only before `spare` seconds have passed. A page that cannot be
    read stays with its error and is tried again later; when the engine does not answer, everything stays."""
    drained, own, started = Drained(), list(first), monotonic()
    if getattr(_thread, "is_draining", False):
        return drained
    with _marked():
        while monotonic() - started < seconds:
            if not _round(own, monotonic() - started < spare, patience, drained):
                break
    return drained


def drain_after_commit(changes: Sequence[int] = (), **_signal: Any) -> None:
    """What a transaction changed is found when its request is answered. Publishing succeeds whatever happens here."""
    _go_on(drain(changes, seconds=OWN_SECONDS, spare=SPARE_SECONDS))


def settle_everything() -> Differences:
    """Find and mend what changed without a word: writes that send no signal, an extension that was taken out."""
    with _marked(), turn(PATIENCE) as is_ours:
        found = compare() if is_ours else Differences()
        settle(found)
    drain()
    return found


def try_again() -> None:
    """Let everything that waits be tried at once, whatever failed before."""
    IndexChange.objects.waiting().update(due_at=timezone.now())


def _round(own: list[int], is_open: bool, patience: float, drained: Drained) -> bool:
    """Apply some changes; whether there may be more. They are read before the pages: what comes later is a new one."""
    changes: list[IndexChange] = []
    try:
        with turn(patience) as is_ours:
            changes = _next(own, is_open) if is_ours else []
            _apply(changes, drained)
            if is_ours and not changes:
                IndexChange.objects.filter(done_at__lt=timezone.now() - KEPT).delete()
    except SearchBusy:
        drained.is_busy = True
        return False
    except SearchUnavailable as error:
        _leave(changes, str(error), later=False)
        drained.unavailable = str(error)
        logger.error("%d changes wait for the search: %s", IndexChange.objects.waiting().count(), error)
        return False
    except Exception as error:
        _leave(changes, f"{type(error).__name__}: {error}", later=True)
        raise
    return bool(changes)


def _next(own: list[int], is_open: bool) -> list[IndexChange]:
    outbox.taken_up()
    while own:
        some, own[:] = own[:AT_ONCE], own[AT_ONCE:]
        if found := list(IndexChange.objects.due().filter(pk__in=some)):
            return found
    return list(IndexChange.objects.due()[:AT_ONCE]) if is_open else []


def _apply(changes: Sequence[IndexChange], drained: Drained) -> None:
    for change in changes:
        if change.word:
            outbox.look_again(pages_with([change.word], get_backend()))
            _finish([change.pk], drained)
        elif change.with_descendants:
            same = IndexChange.objects.waiting().filter(page=change.page, with_descendants=True)
            merged = list(same.values_list("pk", flat=True))
            settle_branch(change.page)
            _finish(merged, drained)
    if pages := {change.page for change in changes if not change.word and not change.with_descendants}:
        _apply_to_pages(pages, drained)


def _apply_to_pages(pages: set[int], drained: Drained) -> None:
    """All changes of these pages are one, also those that were to be tried later."""
    same = IndexChange.objects.waiting().filter(page__in=pages, with_descendants=False, word="")
    merged = dict(same.values_list("pk", "page"))
    failures = bring_up_to_date(pages)
    _finish([pk for pk, page in merged.items() if page not in failures], drained)
    for failed, reason in failures.items():
        left = IndexChange.objects.filter(pk__in=[pk for pk, page in merged.items() if page == failed])
        _leave(list(left), reason, later=True)
        drained.failed += 1


def _finish(keys: Sequence[int], drained: Drained) -> None:
    IndexChange.objects.filter(pk__in=keys).update(done_at=timezone.now(), error="")
    drained.done += len(keys)


def _leave(changes: Sequence[IndexChange], reason: str, *, later: bool) -> None:
    for change in changes:
        delay = min(timedelta(minutes=2 ** min(change.attempts, 10)), LONGEST_DELAY) if later else timedelta()
        IndexChange.objects.filter(pk=change.pk).waiting().update(
            attempts=F("attempts") + 1, error=reason, due_at=timezone.now() + delay
        )


@contextmanager
def _marked() -> Iterator[None]:
    _thread.is_draining = True
    try:
        yield
    finally:
        _thread.is_draining = False


def _go_on(drained: Drained) -> None:
    """Nobody waits for these."""
    if drained.is_busy:
        _again.ask()
    elif get_backend().is_merging():
        _for_others.ask()


def _drain_again() -> None:
    _go_on(drain())


def _drain_for_others() -> None:
    _go_on(drain() if IndexChange.objects.due().exists() else Drained())


_again: Final = Later(SOON, _drain_again)
_for_others: Final = Later(LOOK, _drain_for_others)
