"""What a drawing is made from and what comes out: plain values, no geometry."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from manuals.outline import StepKind

# In user units. Up to this width, two lanes with their ways back, a chart is shown whole on a phone: its 16-unit labels
# are still 10.7 pixels at 360. A wider one keeps its size and scrolls; a longer one takes several sheets when printed.
WIDEST_ON_A_PHONE = 540
LONGEST_ON_A_SHEET = 1300


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
        """Whether the chart keeps its size and scrolls sideways on a narrow screen."""
        return self.width > WIDEST_ON_A_PHONE

    @property
    def is_long(self) -> bool:
        """Whether the chart takes more than one sheet when it is printed."""
        return self.height > LONGEST_ON_A_SHEET

    @property
    def figure_class(self) -> str:
        """The classes of the `<figure>` that holds the SVG; `flow.css` has their rules."""
        return "flow" + " flow-wide" * self.is_wide + " flow-long" * self.is_long
