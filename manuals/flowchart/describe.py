"""Tells in a sentence or two what a flow chart shows, for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from manuals.outline import END, StepKind

from .layout import ways_on
from .values import ChartStep


def describe(steps: Sequence[ChartStep]) -> str:
    """The number of steps, who takes part, and where every decision leads; in the language of the page."""
    count = ngettext("A flow chart of %(count)d step.", "A flow chart of %(count)d steps.", len(steps))
    sentences = [count % {"count": len(steps)}]
    actors = list(dict.fromkeys(step.actor for step in steps if step.actor))
    if actors:
        sentences.append(gettext("Responsible: %(actors)s.") % {"actors": ", ".join(actors)})
    for index, step in enumerate(steps):
        if step.kind is StepKind.DECISION:
            sentences.append(_decision(steps, index))
    return " ".join(sentences)


def _decision(steps: Sequence[ChartStep], index: int) -> str:
    ways = [_way(label, target) for label, target in ways_on(steps, index)]
    return gettext("Decision at step %(number)s, %(label)s: %(ways)s.") % {
        "number": steps[index].number,
        "label": steps[index].label,
        "ways": "; ".join(ways),
    }


def _way(label: str, target: str) -> str:
    if target == END:
        return gettext("%(branch)s ends the work") % {"branch": label or gettext("otherwise")}
    return gettext("%(branch)s leads to step %(target)s") % {"branch": label or gettext("otherwise"), "target": target}
