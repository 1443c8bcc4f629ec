"""One number that is another after every change that a visitor could see, for all processes at the same moment."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from asgiref.local import Local
from django.db import connection, transaction
from django.utils import timezone

from .unseen import is_seen

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

KEPT: Final = timedelta(days=1)
_BITS: Final = 40  # of a token: the sum of a million still is a number that databases add up
_SUM: Final = "SELECT COALESCE(SUM(token), 0) FROM caching_change"
_paused = Local()


def current() -> int:
    """The number now: the sum of what all committed changes threw in. One small query."""
    _forget_what_was_noted()
    with connection.cursor() as cursor:
        cursor.execute(_SUM)
        return int(cursor.fetchone()[0])


def bump() -> None:
    """Make it another number, with the transaction that is open. For what changes outside of the database."""
    from .models import Change

    if getattr(_paused, "is_on", False) or _is_noted():
        return
    Change.objects.create(token=1 + secrets.randbits(_BITS))
    if connection.in_atomic_block:
        transaction.on_commit(_Noted())


def watch(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Have each write of a new connection to the portal's database looked at."""
    if connection.alias == "default" and _look_at not in connection.execute_wrappers:
        connection.execute_wrappers.append(_look_at)


def pause(**_signal: Any) -> None:
    """Note nothing from here on, in this thread."""
    _paused.is_on = True


def go_on(**_signal: Any) -> None:
    """Note again."""
    _paused.is_on = False


def forget_old() -> int:
    """Drop the changes of yesterday and before; how many they were. The sum is another then, once a day."""
    from .models import Change

    return Change.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]


class _Noted:
    """Stands among the commit hooks of the transaction that noted a change: one is enough, a rollback drops it."""

    def __call__(self) -> None:
        """Nothing follows the commit."""


def _look_at(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    result = execute(sql, params, many, context)
    # Neither SELECT nor SAVEPOINT, RELEASE, BEGIN, which are most of what there is.
    if isinstance(sql, str) and sql[:1] not in ("S", "R", "B") and is_seen(sql) and _did_something(sql, context):
        bump()
    return result


def _did_something(sql: str, context: dict[str, Any]) -> bool:
    """Rows that come back are not counted before they are fetched."""
    return context["cursor"].rowcount != 0 or " RETURNING " in sql


def _is_noted() -> bool:
    return connection.in_atomic_block and any(isinstance(hook[1], _Noted) for hook in connection.run_on_commit)


def _forget_what_was_noted() -> None:
    """Who reads the number inside of the transaction that changes has to see another one after the next change."""
    if connection.in_atomic_block and connection.run_on_commit:
        connection.run_on_commit = [hook for hook in connection.run_on_commit if not isinstance(hook[1], _Noted)]
