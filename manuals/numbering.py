"""Numbers follow from places: of steps in the lists of a process, and how an editor may write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.thai.digits import to_arabic

from .outline import END

if TYPE_CHECKING:
    from .models import ProcessStep

_STEP_NUMBER = re.compile(r"(?:ขั้นตอนที่|ขั้นที่|ขั้นตอน|ข้อที่|ข้อ|step)?\s*(?P<number>[0-9]+(?:\.[0-9]+)*)\s*[.)]?", re.IGNORECASE)
_END_WORDS = {"end", "สิ้นสุด", "จบ", "จบงาน", "สิ้นสุดงาน"}


@dataclass(frozen=True, slots=True)
class NumberedStep:
    """A step with the number that readers see: "3", or "2.1" in the second of several lists."""

    number: str
    step: ProcessStep

    @property
    def anchor(self) -> str:
        """The name of the step's permanent link."""
        return step_anchor(self.number)


@dataclass(frozen=True, slots=True)
class NumberedList:
    """The steps of one list; `number` and `title` are empty where the process has only one."""

    number: str
    title: str
    steps: tuple[NumberedStep, ...]


def numbered_lists(steps: Iterable[ProcessStep]) -> list[NumberedList]:
    """Steps in their lists. A list begins with the first step, and with each that has a list title."""
    steps = list(steps)
    numbers = step_numbers([step.list_title for step in steps])
    lists: list[list[NumberedStep]] = []
    for number, step in zip(numbers, steps, strict=True):
        if not lists or step.list_title:
            lists.append([])
        lists[-1].append(NumberedStep(number, step))
    return [
        NumberedList(str(place) if len(lists) > 1 else "", members[0].step.list_title, tuple(members))
        for place, members in enumerate(lists, start=1)
    ]


def step_numbers(list_titles: Sequence[str]) -> list[str]:
    """The numbers of steps, told for each whether it opens a list: 1, 2, 3; in several lists 1.1, 1.2, 2.1."""
    opens = [place == 0 or bool(title) for place, title in enumerate(list_titles)]
    has_several = sum(opens) > 1
    numbers: list[str] = []
    current = place = 0
    for is_first in opens:
        current, place = (current + 1, 1) if is_first else (current, place + 1)
        numbers.append(f"{current}.{place}" if has_several else str(place))
    return numbers


def step_anchor(number: str) -> str:
    """The name of a step's permanent link: "1.2" is `step-1-2`."""
    return f"step-{number.replace('.', '-')}"


def read_target(text: str) -> str:
    """Where an editor says a branch goes, as a number in Arabic digits or `END`: «๔», «4.» and «ขั้นตอนที่ 4» are "4".

    What is neither comes back as it was written."""
    text = text.strip()
    if text.lower() in _END_WORDS:
        return END
    match = _STEP_NUMBER.fullmatch(to_arabic(text))
    return match["number"] if match else text
