"""What passes between reading, checking and saving a list of schools."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One school as the file has it, cleaned; `row` counts as spreadsheets do: the headings are row 1."""

    row: int
    code: str
    name: str
    network: str
    subdistrict: str


@dataclass(frozen=True, slots=True)
class ProblemInRow:
    """What is wrong where, and what to do about it. `column` is the heading for people."""

    row: int
    column: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class SchoolImport:
    """What an import did, or would do. With problems nothing was saved."""

    is_dry_run: bool
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    new_networks: tuple[str, ...] = ()
    problems: tuple[ProblemInRow, ...] = ()
