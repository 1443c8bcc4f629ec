"""What a drawing is made from and what comes out: plain values, no geometry."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from manuals.outline import StepKind

WIDEST_ON_A_PHONE = (
    440  # user units: beyond this, 16-unit text is too small at 360 pixels and the chart scrolls instead
)


@dataclass(frozen=True, slots=True)
class ChartBranch:
    """A named way out of a step. `target` is a step number as shown ("7", "1.3") or `manuals.outline.END`."""

    label: str
    target: str


@dataclass(frozen=True, slots=True)
class ChartStep:
    """One step of the chart. Without `branches` and `goes_to` the work goes on to the step below."""

    number: str
    label: str
    kind: StepKind = StepKind.PROCESS
    actor: str = ""
    branches: tuple[ChartBranch, ...] = ()
    goes_to: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished SVG. `width` and `height` are user units, one CSS pixel at most; `lanes` counts the actors' lanes."""

    svg: SafeString
    width: int
    height: int
    lanes: int

    @property
    def is_wide(self) -> bool:
        """Whether the figure should get the class `flow-wide`, which lets it scroll sideways on a narrow screen."""
        return self.width > WIDEST_ON_A_PHONE
