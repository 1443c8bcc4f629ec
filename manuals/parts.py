"""The nine parts of a work process as readers see them: those that hold something, numbered in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from .outline import Part

if TYPE_CHECKING:
    from .models import WorkProcessPage

PARTS = (
    (Part.NAME, _("Name of the work")),
    (Part.OBJECTIVES, _("Objectives")),
    (Part.SCOPE, _("Scope")),
    (Part.DEFINITIONS, _("Definitions")),
    (Part.STEPS, _("Steps of the work")),
    (Part.FLOW_CHART, _("Flow chart of the work")),
    (Part.RESULTS, _("Expected results")),
    (Part.FORMS, _("Forms used")),
    (Part.LAWS, _("Laws, regulations and related documents")),
)
# What a part is made of, by the names of the page's fields and rows.
CONTENTS = {
    Part.NAME: ("name",),
    Part.OBJECTIVES: ("objectives",),
    Part.SCOPE: ("scope",),
    Part.DEFINITIONS: ("definitions_intro", "shown_definitions"),
    Part.STEPS: ("steps_intro", "shown_steps"),
    Part.FLOW_CHART: ("flow_chart_intro", "shown_steps"),
    Part.RESULTS: ("results",),
    Part.FORMS: ("forms_intro", "shown_forms"),
    Part.LAWS: ("laws_intro", "shown_laws"),
}


@dataclass(frozen=True, slots=True)
class ShownPart:
    """One part on the page. `number` counts the shown parts, in Arabic digits; `anchor` is its permanent link."""

    key: Part
    number: str
    heading: str
    anchor: str

    @property
    def template(self) -> str:
        """What the part is shown with."""
        return f"manuals/parts/{self.key.value}.html"


def shown_parts(process: WorkProcessPage) -> list[ShownPart]:
    """The parts that hold something, under the office's own headings where it has them."""
    own = {row.part: row.heading for row in process.part_headings.all()}
    filled = [(part, heading) for part, heading in PARTS if any(getattr(process, name) for name in CONTENTS[part])]
    return [
        ShownPart(part, str(number), own.get(part) or str(heading), f"part-{part.value.replace('_', '-')}")
        for number, (part, heading) in enumerate(filled, start=1)
    ]
