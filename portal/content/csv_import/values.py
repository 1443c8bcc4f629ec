"""What is said of a list that was checked or carried out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class ProblemInRow:
    """What is wrong where, and what to do about it. `column` is the heading for people."""

    row: int
    column: str
    value: str
    message: str


class Numbered(Protocol):
    """A row as the file has it; `row` counts as spreadsheets do: the headings are row 1."""

    @property
    def row(self) -> int:
        """Its number."""


class Report(Protocol):
    """What a list did, or would do. With problems nothing was saved."""

    @property
    def is_dry_run(self) -> bool:
        """It was only checked."""

    @property
    def problems(self) -> Sequence[ProblemInRow]:
        """What has to be mended first."""

    @property
    def summary(self) -> str:
        """How many records are new, changed, as before: one line."""

    @property
    def notes(self) -> Sequence[str]:
        """What else came of it, a line each."""


def refused(result: Any, rows: Sequence[Numbered]) -> Iterator[ProblemInRow]:
    """What the models themselves refused, of a result of django-import-export; checks before leave little of that."""
    for invalid in result.invalid_rows:
        for field, messages in invalid.field_specific_errors.items():
            yield ProblemInRow(rows[invalid.number - 1].row, field, "", " ".join(messages))
    for failed in result.error_rows:
        for error in failed.errors:
            yield ProblemInRow(rows[failed.number - 1].row, "", "", str(error.error))
