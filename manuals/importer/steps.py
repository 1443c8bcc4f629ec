"""The steps of a process: one list or several, each step with what the manual says of its actor, time and branches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from manuals.importer.blocks import goes_on, join, make_block
from manuals.importer.branches import Clue, read_clue, resolve
from manuals.importer.lines import Line
from manuals.importer.numbering import depths
from manuals.importer.paragraph import Style
from manuals.importer.tables import step_rows
from manuals.outline import Block, Step, StepKind, StepList

_LONGEST_TITLE: Final = 120
_MOST_BULLETED: Final = 3


@dataclass
class Draft:
    """A step, or the title of a list of steps, while its lines are read. `number` is the manual's own, `5.3`."""

    action: str
    level: int = 0
    number: str = ""
    marker: str = ""
    is_title: bool = False
    actor: str = ""
    time: str = ""
    detail: list[str] = field(default_factory=list)
    clues: list[Clue] = field(default_factory=list)


def make_steps(lines: Sequence[Line]) -> tuple[tuple[StepList, ...], list[Block], list[Line]]:
    """Return the lists of steps, the blocks that stood before the first, and the lines that are kept but doubtful."""
    reader = _Reader(lines)
    for index in range(len(lines)):
        reader.read(index)
    return _assemble(reader.drafts), reader.blocks, reader.doubtful


class _Reader:
    """Turns lines into drafts of steps, one after the other."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.drafts: list[Draft] = []
        self.blocks: list[Block] = []
        self.doubtful: list[Line] = []
        self._lines = lines
        self._levels = iter(depths([line.marker for line in lines if line.marker]))
        self._has_numbers = any(line.marker and line.marker.path for line in lines)

    def read(self, index: int) -> None:
        line = self._lines[index]
        if line.paragraph.style is Style.TABLE:
            self._read_table(line)
        elif line.paragraph.style is Style.IMAGE:
            self.blocks.append(make_block(line))
        elif line.marker:
            self._read_item(line, next(self._levels))
        else:
            self._read_plain(index)

    def _read_table(self, line: Line) -> None:
        rows = step_rows(line.paragraph.rows)
        if not rows:
            self.blocks.append(make_block(line))
        for row in rows:
            detail = [text for text in row.rest if text]
            self.drafts.append(Draft(row.action, number=row.number, actor=row.actor, time=row.time, detail=detail))

    def _read_item(self, line: Line, level: int) -> None:
        clue = read_clue(line.body) if self.drafts else None
        if clue and level > 0:
            self._take(clue)
            return
        number = ".".join(map(str, line.marker.path)) if line.marker else ""
        self.drafts.append(Draft(line.body, level, number, marker=line.marker.text if line.marker else ""))

    def _read_plain(self, index: int) -> None:
        line = self._lines[index]
        clue = read_clue(line.text) if self.drafts else None
        if clue:
            self._take(clue)
        elif self._begins_list(index):
            self.drafts.append(Draft(line.text, is_title=True))
        elif not self._has_numbers and line.is_text and not (self.drafts and goes_on(self._lines, index)):
            self.drafts.append(Draft(line.text))
        elif not self.drafts:
            self.blocks.append(make_block(line))
        elif goes_on(self._lines, index) and not self.drafts[-1].detail:
            self.drafts[-1].action = join(self.drafts[-1].action, line.text)
        else:
            self.drafts[-1].detail.append(line.text)
            self.doubtful.append(line)

    def _take(self, clue: Clue) -> None:
        draft = self.drafts[-1]
        if clue.actor and not draft.actor:
            draft.actor = clue.actor
        elif clue.time and not draft.time:
            draft.time = clue.time
        elif clue.target:
            draft.clues.append(clue)
        else:
            draft.detail.append(clue.text)

    def _begins_list(self, index: int) -> bool:
        """ขั้นเตรียมการ before a fresh number 1 heads a list of its own."""
        line = self._lines[index]
        following = self._lines[index + 1].marker if index + 1 < len(self._lines) else None
        if not line.is_text or len(line.text) > _LONGEST_TITLE or following is None or following.value != 1:
            return line.paragraph.style is Style.HEADING
        numbers = [other.marker for other in self._lines if other.marker and other.marker.style == following.style]
        return line.paragraph.style is Style.HEADING or sum(marker.value == 1 for marker in numbers) > 1


def _assemble(drafts: list[Draft]) -> tuple[StepList, ...]:
    if not drafts:
        return ()
    _mark_titles(drafts)
    groups: list[tuple[str, list[Draft]]] = []
    for draft in drafts:
        if draft.is_title and groups and not groups[-1][1]:
            groups[-1] = (join(groups[-1][0], draft.action), [])
        elif draft.is_title:
            groups.append((draft.action, []))
        elif not groups:
            groups.append(("", [draft]))
        elif draft.level > _first_level(groups[-1][1], draft):
            _fold(groups[-1][1][-1], draft)
        else:
            groups[-1][1].append(draft)
    if not groups[-1][1]:
        groups[-1] = ("", [Draft(groups[-1][0])])  # a list without steps would not be shown
    shown = dict(_numbers(groups))
    return tuple(StepList(tuple(_step(draft, shown) for draft in steps), title) for title, steps in groups)


def _mark_titles(drafts: list[Draft]) -> None:
    """When every item of the first level has items below it, the items of the first level head lists.

    A bullet is less than a number: below more than a few items, bullets are details of steps.
    """
    heads = [index for index, draft in enumerate(drafts) if draft.level == 0 and not draft.is_title]
    below = [drafts[start + 1 : end] for start, end in zip(heads, [*heads[1:], len(drafts)], strict=True)]
    has_lists = all(items and (items[0].number or (len(items) > 1 and len(heads) <= _MOST_BULLETED)) for items in below)
    if not has_lists or any(drafts[index].detail or drafts[index].actor for index in heads):
        return
    for index in heads:
        drafts[index].is_title = True


def _first_level(steps: list[Draft], draft: Draft) -> int:
    return steps[0].level if steps else draft.level


def _fold(step: Draft, deeper: Draft) -> None:
    """Put an item below a step into the step's detail, with its number."""
    step.detail.append(f"{deeper.marker} {deeper.action}".strip())
    step.detail.extend(deeper.detail)
    step.clues.extend(deeper.clues)


def _numbers(groups: list[tuple[str, list[Draft]]]) -> Iterator[tuple[str, str]]:
    """Yield the manual's own number of each step, and its last figure, with the number the page will show."""
    for group, (_title, steps) in enumerate(groups, start=1):
        for position, draft in enumerate(steps, start=1):
            shown = f"{group}.{position}" if len(groups) > 1 else str(position)
            yield draft.number or str(position), shown
            if len(groups) == 1:
                yield draft.number.rpartition(".")[2] or str(position), shown


def _step(draft: Draft, shown: dict[str, str]) -> Step:
    branches = tuple(branch for clue in draft.clues if (branch := resolve(clue, shown)))
    unresolved = [clue.text for clue in draft.clues if not resolve(clue, shown)]
    return Step(
        action=draft.action,
        actor=draft.actor,
        time=draft.time,
        kind=StepKind.DECISION if len(branches) > 1 else StepKind.PROCESS,
        detail="\n".join([*draft.detail, *unresolved]),
        branches=branches,
    )
