"""What an outline says for each field of a work process, and how it gets there: the nine parts and their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, repeat
from typing import Any, TypeVar

from wagtail.models import Orderable

from portal.content.models.forms import form_of
from portal.content.models.laws import law_of
from portal.thai.normalise import squash

from .definitions import known_term
from .models import (
    PartHeading,
    ProcessDefinition,
    ProcessForm,
    ProcessLaw,
    ProcessStep,
    StepBranch,
    StepDocumentUse,
    WorkProcessPage,
)
from .outline import Block, Branch, Definition, FormUse, LawUse, Part, ProcessOutline, Step, StepDocument, StepList

Row = TypeVar("Row", bound=Orderable)

BODIES = (Part.OBJECTIVES, Part.SCOPE, Part.RESULTS)
STRUCTURED = (Part.DEFINITIONS, Part.STEPS, Part.FLOW_CHART, Part.FORMS, Part.LAWS)


def process_bodies(outline: ProcessOutline) -> dict[str, tuple[Block, ...]]:
    """The parts that are running text, by field."""
    bodies = {part.value: getattr(outline, part.value) for part in BODIES}
    return bodies | {f"{part.value}_intro": outline.intros.get(part, ()) for part in STRUCTURED}


def process_fields(outline: ProcessOutline) -> dict[str, Any]:
    """The other fields, by name; `work_group` only when the outline knows it."""
    fields = {
        "name": outline.name,
        "definitions": outline.definitions,
        "steps": outline.step_lists,
        "forms": outline.forms,
        "laws": outline.laws,
        "part_headings": outline.headings,
    }
    return fields | ({"work_group": outline.work_group} if outline.work_group else {})


def assign_rows(page: WorkProcessPage, name: str, value: Any) -> None:
    """Give the page the rows of one of `ROWS`. Where a row stands already in the same place, that one is changed."""
    setattr(page, name, _in_places(ROWS[name](value, list(getattr(page, name).all()))))


def insert_rows(page: WorkProcessPage) -> None:
    """Insert the rows that a newly saved page holds in memory, a query a table: one by one takes far longer."""
    for name in ROWS:
        rows = list(getattr(page, name).all())
        for row in rows:
            row.process = page
        type(page)._meta.get_field(name).related_model.objects.bulk_create(rows)
    for name, model in (("branches", StepBranch), ("documents", StepDocumentUse)):
        model.objects.bulk_create(row for step in page.steps.all() for row in _of_step(step, name))


def _of_step(step: ProcessStep, name: str) -> Iterator[Orderable]:
    for row in getattr(step, name).all():
        row.step = step
        yield row


def _definitions(value: Iterable[Definition], standing: list[ProcessDefinition]) -> Iterator[ProcessDefinition]:
    linked = {squash(row.term): row.glossary_term for row in standing if row.glossary_term_id}
    for one, old in _beside(value, standing):
        term = linked.get(squash(one.term)) or known_term(one.term)
        row = ProcessDefinition(term=one.term, link_word=one.link_word, meaning=one.meaning, glossary_term=term)
        yield _instead_of(old, row)


def _steps(value: Iterable[StepList], standing: list[ProcessStep]) -> Iterator[ProcessStep]:
    titled = ((steps.title if place == 0 else "", step) for steps in value for place, step in enumerate(steps.steps))
    for (list_title, step), old in _beside(titled, standing):
        yield _step(step, list_title, old)


def _step(one: Step, list_title: str, old: ProcessStep | None) -> ProcessStep:
    step = ProcessStep(
        list_title=list_title,
        action=one.action,
        kind=one.kind,
        actor=one.actor,
        time=one.time,
        chart_label=one.chart_label,
        detail=one.detail,
    )
    _instead_of(old, step)
    step.branches = _in_places(_branches(one.branches, list(old.branches.all()) if old else []))
    step.documents = _in_places(_documents(one.documents, list(old.documents.all()) if old else []))
    return step


def _branches(value: Iterable[Branch], standing: list[StepBranch]) -> Iterator[StepBranch]:
    for one, old in _beside(value, standing):
        yield _instead_of(old, StepBranch(label=one.label, target=one.target))


def _documents(value: Iterable[StepDocument], standing: list[StepDocumentUse]) -> Iterator[StepDocumentUse]:
    for one, old in _beside(value, standing):
        yield _instead_of(old, StepDocumentUse(form=form_of(one.form, one.code), is_produced=one.is_produced))


def _forms(value: Iterable[FormUse], standing: list[ProcessForm]) -> Iterator[ProcessForm]:
    for use, old in _beside(value, standing):
        form = form_of(use.title, use.code)
        shown = "" if squash(use.title) == squash(form.title) else use.title
        yield _instead_of(old, ProcessForm(form=form, shown_as=shown, detail=use.detail))


def _laws(value: Iterable[LawUse], standing: list[ProcessLaw]) -> Iterator[ProcessLaw]:
    for use, old in _beside(value, standing):
        law = law_of(use.citation)
        shown = "" if squash(use.citation) == squash(str(law)) else use.citation
        yield _instead_of(old, ProcessLaw(law=law, shown_as=shown, detail=use.detail))


def _headings(value: Mapping[Part, str], standing: list[PartHeading]) -> Iterator[PartHeading]:
    for (part, heading), old in _beside(value.items(), standing):
        yield _instead_of(old, PartHeading(part=part, heading=heading))


def _beside(values: Iterable[Any], standing: list[Row]) -> Iterator[tuple[Any, Row | None]]:
    """Each value with the row that stands in its place."""
    return zip(values, chain(standing, repeat(None)), strict=False)


def _instead_of(old: Row | None, new: Row) -> Row:
    """Give a row the identity of the one it replaces, so that editors see it changed, not removed and added."""
    new.pk = old.pk if old else None
    return new


def _in_places(rows: Iterable[Row]) -> list[Row]:
    numbered = list(rows)
    for place, row in enumerate(numbered):
        row.sort_order = place
    return numbered


ROWS: dict[str, Callable[[Any, list[Any]], Iterator[Any]]] = {
    "definitions": _definitions,
    "steps": _steps,
    "forms": _forms,
    "laws": _laws,
    "part_headings": _headings,
}
