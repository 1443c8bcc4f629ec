"""Branches follow their steps: when steps change places in the editor, what led to a step still leads to it.

Each branch row of the form carries, beside the number that the editor sees, a hidden pointer: the row of the step
that this number meant and the number itself, `steps-3:4`. While the number stands as it was, the row is meant, wherever
it has gone; once it was changed, the number is. The form alone decides, so that autosaved drafts, previews and forms
sent back with errors all follow alike."""

from __future__ import annotations

from collections.abc import Mapping

from .numbering import read_target, step_numbers
from .outline import END

STEPS = "steps"
BRANCHES = "branches"


def numbers_by_row(data: Mapping[str, str]) -> dict[str, str]:
    """The number of each step row that stays, by the row's prefix, from a submitted form."""
    rows = kept_rows(data, STEPS)
    rows.sort(key=lambda row: _order(data, row))
    numbers = step_numbers([data.get(f"{row}-list_title", "").strip() for row in rows])
    return dict(zip(rows, numbers, strict=True))


def follow_steps(data: Mapping[str, str]) -> dict[str, str]:
    """What to put in place of submitted fields: targets whose step moved or went, and every branch's new pointer."""
    numbers = numbers_by_row(data)
    rows = {number: row for row, number in numbers.items()}
    changes: dict[str, str] = {}
    for step in numbers:
        for branch in kept_rows(data, f"{step}-{BRANCHES}"):
            target = read_target(data.get(f"{branch}-target", ""))
            row, _, number_then = data.get(f"{branch}-pointer", "").partition(":")
            if row and target == number_then and numbers.get(row, "") != target:
                target = changes[f"{branch}-target"] = numbers.get(row, "")
            changes[f"{branch}-pointer"] = pointer(rows.get(target, ""), target)
    return changes


def pointer(row: str, number: str) -> str:
    """What the hidden field holds; empty where the number means no step."""
    return f"{row}:{number}" if row and number != END else ""


def kept_rows(data: Mapping[str, str], prefix: str) -> list[str]:
    """The rows of a submitted formset that are not marked as removed, in the order of their forms."""
    total = data.get(f"{prefix}-TOTAL_FORMS", "")
    rows = (f"{prefix}-{place}" for place in range(int(total) if total.isascii() and total.isdigit() else 0))
    return [row for row in rows if not data.get(f"{row}-DELETE")]


def _order(data: Mapping[str, str], row: str) -> tuple[bool, int]:
    """As Django's formsets: rows without a place stand last."""
    order = data.get(f"{row}-ORDER", "")
    is_number = order.isascii() and order.isdigit()
    return (not is_number, int(order) if is_number else 0)
