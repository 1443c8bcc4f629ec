"""Fills a work process page from its outline: the nine parts and their rows."""

from __future__ import annotations

from collections.abc import Iterator

from portal.content.models import WorkGroup
from portal.content.models.forms import form_of
from portal.content.models.laws import law_of
from portal.thai.normalise import squash

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
from .outline import Part, ProcessOutline, Step
from .streams import raw_stream


def fill_process(page: WorkProcessPage, outline: ProcessOutline) -> None:
    """Replace the page's parts by the outline's."""
    page.work_group = WorkGroup.objects.filter(number=outline.work_group).first() or page.work_group
    page.name = outline.name
    page.objectives = raw_stream(outline.objectives)
    page.scope = raw_stream(outline.scope)
    page.results = raw_stream(outline.results)
    for part in (Part.DEFINITIONS, Part.STEPS, Part.FLOW_CHART, Part.FORMS, Part.LAWS):
        setattr(page, f"{part.value}_intro", raw_stream(outline.intros.get(part, ())))
    page.definitions = [
        ProcessDefinition(term=one.term, link_word=one.link_word, meaning=one.meaning, sort_order=place)
        for place, one in enumerate(outline.definitions)
    ]
    page.steps = list(_steps(outline))
    page.forms = list(_forms(outline))
    page.laws = list(_laws(outline))
    page.part_headings = [
        PartHeading(part=part, heading=heading, sort_order=place)
        for place, (part, heading) in enumerate(outline.headings.items())
    ]


def _steps(outline: ProcessOutline) -> Iterator[ProcessStep]:
    place = 0
    for steps in outline.step_lists:
        for position, one in enumerate(steps.steps):
            yield _step(one, steps.title if position == 0 else "", place)
            place += 1


def _step(one: Step, list_title: str, place: int) -> ProcessStep:
    step = ProcessStep(
        list_title=list_title,
        action=one.action,
        kind=one.kind,
        actor=one.actor,
        time=one.time,
        chart_label=one.chart_label,
        detail=one.detail,
        sort_order=place,
    )
    step.branches = [
        StepBranch(label=branch.label, target=branch.target, sort_order=order)
        for order, branch in enumerate(one.branches)
    ]
    step.documents = [
        StepDocumentUse(form=form_of(use.form, use.code), is_produced=use.is_produced, sort_order=order)
        for order, use in enumerate(one.documents)
    ]
    return step


def _forms(outline: ProcessOutline) -> Iterator[ProcessForm]:
    for place, use in enumerate(outline.forms):
        form = form_of(use.title, use.code)
        shown = "" if squash(use.title) == squash(form.title) else use.title
        yield ProcessForm(form=form, shown_as=shown, detail=use.detail, sort_order=place)


def _laws(outline: ProcessOutline) -> Iterator[ProcessLaw]:
    for place, use in enumerate(outline.laws):
        law = law_of(use.citation)
        shown = "" if squash(use.citation) == squash(str(law)) else use.citation
        yield ProcessLaw(law=law, shown_as=shown, detail=use.detail, sort_order=place)
