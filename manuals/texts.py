"""All that a visitor reads on the pages of a manual, as plain text: for the search and the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wagtail.blocks import StreamValue

from .outline import Part

if TYPE_CHECKING:
    from .models import ProcessStep, WorkProcessPage


def body_text(value: StreamValue) -> str:
    """The words of a body, a block a line."""
    return "\n".join(value.stream_block.get_searchable_content(value))


def process_text(process: WorkProcessPage) -> list[str]:
    """Each part that is shown, as one text. The flow chart repeats the steps and adds only what stands beside it."""
    texts = (_join(_PARTS[part.key](process)) for part in process.parts)
    return [text for text in texts if text]


def _join(lines: Iterator[str]) -> str:
    return "\n".join(line for line in lines if line)


def _definitions(process: WorkProcessPage) -> Iterator[str]:
    yield body_text(process.definitions_intro)
    for row in process.shown_definitions:
        yield " ".join(part for part in (row.term, row.link_word, row.meaning) if part)


def _steps(process: WorkProcessPage) -> Iterator[str]:
    yield body_text(process.steps_intro)
    for step in process.shown_steps:
        yield from _step(step)


def _step(step: ProcessStep) -> Iterator[str]:
    yield from (step.list_title, step.action, step.actor, step.time, step.chart_label, step.detail)
    yield from (branch.label for branch in step.branches.all())
    yield from (str(use.form) for use in step.documents.all())


def _forms(process: WorkProcessPage) -> Iterator[str]:
    yield body_text(process.forms_intro)
    for row in process.shown_forms:
        yield from (str(row), row.detail)


def _laws(process: WorkProcessPage) -> Iterator[str]:
    yield body_text(process.laws_intro)
    for row in process.shown_laws:
        yield from (str(row), row.detail)


_PARTS = {
    Part.NAME: lambda process: iter([process.name]),
    Part.OBJECTIVES: lambda process: iter([body_text(process.objectives)]),
    Part.SCOPE: lambda process: iter([body_text(process.scope)]),
    Part.DEFINITIONS: _definitions,
    Part.STEPS: _steps,
    Part.FLOW_CHART: lambda process: iter([body_text(process.flow_chart_intro)]),
    Part.RESULTS: lambda process: iter([body_text(process.results)]),
    Part.FORMS: _forms,
    Part.LAWS: _laws,
}
