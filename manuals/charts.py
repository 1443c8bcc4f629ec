"""Draws the flow charts of a work process: one for each of its lists of steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from portal.content.site_digits import Digits

from .flowchart import ChartBranch, ChartStep, Drawing, describe, draw_flow_chart
from .numbering import NumberedList, NumberedStep
from .outline import END, StepKind

ROOMS = ((500, "usual"), (550, "more"))  # user units of a chart's width; manuals.css has the columns


@dataclass(frozen=True, slots=True)
class ChartedList:
    """A list of steps and the chart drawn from it; `ids` begins the ids of the chart's elements."""

    steps: NumberedList
    drawing: Drawing
    ids: str


def room_for(charted: Sequence[ChartedList]) -> str:
    """How much room the charts take beside the steps: "usual", "more", or "all", which puts them below."""
    widest = max((one.drawing.width for one in charted), default=0)
    return next((room for limit, room in ROOMS if widest <= limit), "all")


def charted_lists(lists: Sequence[NumberedList], title: str, digits: Digits) -> list[ChartedList]:
    """Every list with its chart."""
    return [_charted(steps, title, digits) for steps in lists]


def lost_branches(lists: Sequence[NumberedList]) -> list[str]:
    """What to tell the editor of branches that lead to no step: the chart is drawn without them."""
    known = {one.number for steps in lists for one in steps.steps}
    return [
        gettext("Step %(number)s: the branch “%(label)s” leads to no step yet.")
        % {"number": one.number, "label": branch.label}
        for steps in lists
        for one in steps.steps
        for branch in one.step.branches.all()
        if branch.target != END and (branch.target not in known or branch.target == one.number)
    ]


def _charted(steps: NumberedList, title: str, digits: Digits) -> ChartedList:
    ids = f"flow-{steps.number}" if steps.number else "flow"
    own = {one.number for one in steps.steps}
    chart = [_chart_step(one, own, digits) for one in steps.steps]
    name = gettext("Flow chart: %(title)s") % {"title": steps.title or title}
    return ChartedList(steps, draw_flow_chart(chart, title=name, description=describe(chart), ids=ids), ids)


def _chart_step(one: NumberedStep, own: set[str], digits: Digits) -> ChartStep:
    step = one.step
    return ChartStep(
        number=digits(one.number),
        label=step.chart_label or step.action,
        kind=StepKind(step.kind),
        actor=step.actor,
        branches=tuple(_ways(one, own, digits)),
    )


def _ways(one: NumberedStep, own: set[str], digits: Digits) -> Iterator[ChartBranch]:
    """The branches as the chart can show them: one into another list ends this chart, and says where it leads."""
    for branch in one.step.branches.all():
        if branch.target == END or (branch.target in own and branch.target != one.number):
            yield ChartBranch(branch.label, branch.target if branch.target == END else digits(branch.target))
        elif "." in branch.target and branch.target not in own:
            yield ChartBranch(f"{branch.label} ({digits(branch.target)})", END)
