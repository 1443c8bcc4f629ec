"""Short ways to write the demo manual: blocks of text, and forms and laws named as the registries have them."""

from __future__ import annotations

from manuals.outline import Block, BlockKind, Branch, FormUse, LawUse, ListItem, Step, StepDocument, StepKind
from portal.content.demo_data import LAWS, forms


def heading(text: str) -> Block:
    return Block(BlockKind.HEADING, text)


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def numbered(*texts: str) -> tuple[Block, ...]:
    return (Block(BlockKind.NUMBERED_LIST, items=tuple(ListItem(text) for text in texts)),)


def bullets(*texts: str) -> tuple[Block, ...]:
    return (Block(BlockKind.BULLET_LIST, items=tuple(ListItem(text) for text in texts)),)


def tasks(group: str, *texts: str) -> Block:
    """A work group's tasks, which the page draws as a tree."""
    return Block(BlockKind.TASKS, group, tuple(ListItem(text) for text in texts))


def table(*rows: tuple[str, ...]) -> Block:
    """A table whose first row is its head."""
    return Block(BlockKind.TABLE, rows=rows)


def decision(
    action: str,
    chart_label: str,
    actor: str,
    time: str,
    *branches: tuple[str, str],
    documents: tuple[StepDocument, ...] = (),
) -> Step:
    """A decision whose branches are pairs of a label and the number of the step it leads to."""
    ways_out = tuple(Branch(label, target) for label, target in branches)
    return Step(action, actor, time, StepKind.DECISION, chart_label, documents=documents, branches=ways_out)


def uses(number: int) -> StepDocument:
    """The form นท. `number`, filled in or read in the step."""
    return StepDocument(_form_title(number), _code(number))


def produces(number: int) -> StepDocument:
    """The form นท. `number`, made in the step."""
    return StepDocument(_form_title(number), _code(number), is_produced=True)


def forms_used(*numbers: int) -> tuple[FormUse, ...]:
    return tuple(FormUse(_form_title(number), _code(number)) for number in numbers)


def law(key: str, detail: str = "") -> LawUse:
    """The law of the demo's registry with that key, cited with its year."""
    return LawUse(next(law.citation for law in LAWS if law.key == key), detail)


def _code(number: int) -> str:
    return f"นท. {number:02}"


def _form_title(number: int) -> str:
    return next(form.title for form in forms() if form.code == _code(number))
