"""A line of a reference list, and what the Thai and the English way to write it share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MOST_NAMED: Final = 20  # authors; of more, the first 19 and the last are named (APA 7)


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands before, in and behind the title that is set apart."""

    before: str
    title: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.title}{self.after}"


def closed(text: str) -> str:
    """The text with a full stop, unless it ends like a sentence already."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def listed(names: Sequence[str], last: str, before_last: str) -> str:
    """A and B; A, B and C: `last` joins two names, `before_last` the last of more."""
    if len(names) > MOST_NAMED:
        return ", ".join(names[: MOST_NAMED - 1]) + f", . . . {names[-1]}"
    if len(names) < 3:
        return last.join(names)
    return ", ".join(names[:-1]) + before_last + names[-1]
