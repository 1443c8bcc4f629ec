"""Numbers follow from places: of chapters and processes in a manual, of steps in a process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import ProcessStep


@dataclass(frozen=True, slots=True)
class NumberedStep:
    """A step with the number that readers see: "3", or "2.1" in the second of several lists."""

    number: str
    step: ProcessStep


@dataclass(frozen=True, slots=True)
class NumberedList:
    """The steps of one list; `number` and `title` are empty where the process has only one."""

    number: str
    title: str
    steps: tuple[NumberedStep, ...]


def numbered_lists(steps: Iterable[ProcessStep]) -> list[NumberedList]:
    """Steps in their lists. A list begins with the first step, and with each that has a list title."""
    lists: list[list[ProcessStep]] = []
    for step in steps:
        if not lists or step.list_title:
            lists.append([])
        lists[-1].append(step)
    if len(lists) == 1:
        title = lists[0][0].list_title
        return [NumberedList("", title, tuple(_numbered(lists[0], "")))]
    return [
        NumberedList(str(place), members[0].list_title, tuple(_numbered(members, f"{place}.")))
        for place, members in enumerate(lists, start=1)
    ]


def _numbered(steps: Iterable[ProcessStep], prefix: str) -> Iterator[NumberedStep]:
    for place, step in enumerate(steps, start=1):
        yield NumberedStep(f"{prefix}{place}", step)
