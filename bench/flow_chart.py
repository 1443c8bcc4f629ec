"""How many flow charts of the demo manual are drawn in a second, layout, measured labels and SVG together."""

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 20
FEWEST = 20  # charts a second


def main() -> int:
    """Draw every chart of the demo a few times, and fail when that is slow."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(PORTAL_DATA_DIR=folder, DJANGO_SETTINGS_MODULE="portal.settings.development")
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        return measure()


def measure() -> int:
    """The first drawing of each reads fonts and finds words; those that follow are what a visitor waits for."""
    from manuals.flowchart import describe, draw_flow_chart

    charts = demo_charts()
    started = perf_counter()
    for steps in charts:
        draw_flow_chart(steps, title="", description=describe(steps))
    first = perf_counter()
    for _ in range(ROUNDS):
        for steps in charts:
            draw_flow_chart(steps, title="", description=describe(steps))
    seconds = perf_counter() - first
    rate = ROUNDS * len(charts) / seconds
    steps = sum(map(len, charts)) / len(charts)
    sys.stdout.write(
        f"{len(charts)} charts of {steps:.0f} steps: {rate:.0f} a second, "
        f"{1000 / rate:.1f} ms each; the first time {1000 * (first - started) / len(charts):.0f} ms each\n"
    )
    return int(rate < FEWEST)


def demo_charts() -> list[list]:
    """The steps of each list of the demo manual, as charts know them."""
    from manuals.demo import demo_manual
    from manuals.flowchart import ChartBranch, ChartStep
    from manuals.outline import ProcessOutline

    charts = []
    for process in demo_manual().children:
        if not isinstance(process, ProcessOutline):
            continue
        for place, one in enumerate(process.step_lists, start=1):
            prefix = f"{place}." if len(process.step_lists) > 1 else ""
            charts.append(
                [
                    ChartStep(
                        number=f"{prefix}{number}",
                        label=step.chart_label or step.action,
                        kind=step.kind,
                        actor=step.actor,
                        branches=tuple(ChartBranch(way.label, way.target) for way in step.branches),
                    )
                    for number, step in enumerate(one.steps, start=1)
                ]
            )
    return charts


if __name__ == "__main__":
    sys.exit(main())
