"""Lighthouse, as a phone, on the demo as an office serves it: 95 or more in all four groups on four kinds of page.

`make lighthouse`; needs Node and Debian's chromium. A busy machine makes a page look slow: each page is asked three
times (RUNS), the table shows the middle one, and beside it the least."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median_low
from tempfile import TemporaryDirectory
from typing import Any, Final

from demo_server import demo
from harness import say, show, verdict

VERSION: Final = "12.8.2"  # the newest for the Node of Debian 12
LEAST: Final = 95
RUNS: Final = int(os.environ.get("RUNS", "3"))
TRIES: Final = 3
ASKED: Final = ("home", "process", "work", "search", "results")
GROUPS: Final = ("performance", "accessibility", "best-practices", "seo")
CHROMIUM: Final = "/usr/bin/chromium"
HEAD: Final = ("page", *GROUPS, "least", "", "first paint", "largest paint", "blocked, ms", "shift")
_NEEDED: Final = {"npx": "sudo apt install nodejs npm", CHROMIUM: "sudo apt install chromium"}


def main() -> int:
    """A table and what fell short; 1 where a group is below the floor."""
    for program, hint in _NEEDED.items():
        if shutil.which(program) is None:
            say(f"{program} is missing. On Debian: {hint}")
            return 2
    rows, remarks = [], []
    with demo() as (site, paths), TemporaryDirectory() as folder:
        for name in ASKED:
            reports = [_report(site + paths[name], Path(folder) / f"{name}-{run}.json") for run in range(RUNS)]
            rows.append(_row(name, reports))
            remarks += [(name, *remark) for remark in _remarks(reports[-1])]
    show(f"Lighthouse {VERSION}, mobile, the middle of {RUNS} runs", HEAD, rows)
    if remarks:
        show("What it found", ("page", "group", "audit", "what"), remarks)
    return int(any("MISSED" in row for row in rows))


def _report(address: str, file: Path) -> dict[str, Any]:
    say(address)
    command = ["npx", "--yes", f"lighthouse@{VERSION}", address, "--quiet", "--output=json", f"--output-path={file}"]
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    only = f"--only-categories={','.join(GROUPS)}"
    asked = [*command, flags, only]
    for _try in range(TRIES):  # the browser of a machine that does other things too may not come up in time
        done = subprocess.run(asked, env={**os.environ, "CHROME_PATH": CHROMIUM}, stdout=sys.stderr)
        if done.returncode == 0:
            break
    else:
        raise RuntimeError(f"Lighthouse did not get {address} in {TRIES} tries.")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _score(report: dict[str, Any], group: str) -> int:
    return round(100 * report["categories"][group]["score"])


def _row(name: str, reports: list[dict[str, Any]]) -> tuple[Any, ...]:
    middle = {group: median_low([_score(report, group) for report in reports]) for group in GROUPS}
    least = min(_score(report, "performance") for report in reports)
    audits = sorted(reports, key=lambda report: _score(report, "performance"))[(len(reports) - 1) // 2]["audits"]
    shown = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    return (
        name,
        *middle.values(),
        least,
        verdict(min(middle.values()) >= LEAST),
        *(str(audits[key]["displayValue"]).replace("\xa0", " ") for key in shown),
    )


def _remarks(report: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Audits of the three groups that do not depend on the machine."""
    return [
        (group, reference["id"], report["audits"][reference["id"]]["title"])
        for group in GROUPS[1:]
        for reference in report["categories"][group]["auditRefs"]
        if reference["weight"] and (report["audits"][reference["id"]]["score"] or 0) < 1
        if report["audits"][reference["id"]]["scoreDisplayMode"] in ("binary", "numeric", "metricSavings")
    ]


if __name__ == "__main__":
    sys.exit(main())
