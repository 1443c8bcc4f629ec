"""What Chromium really fetches for each kind of page, compressed as it is sent: style, scripts, fonts, pictures.

`python bench/weights.py`; needs Debian's chromium. The floor is 150 KB of style, scripts, icons and fonts a page."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from demo_server import demo
from harness import say, show, verdict

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LIMIT: Final = 150_000  # bytes
CHROMIUM: Final = "/usr/bin/chromium"
OWN: Final = ("Stylesheet", "Script", "Font", "Icons")
HEAD: Final = (
    "page",
    "HTML",
    "CSS",
    "JS",
    "icons",
    "fonts",
    "own, KB",
    "limit",
    "",
    "pictures",
    "all, KB",
    "requests",
    "shift",
)
_LATE: Final = 400  # ms that fonts come late, for the measure of what moves
_SHIFTS: Final = """window.moved = 0;
new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.moved += shift.value; })
  .observe({ type: "layout-shift", buffered: true });"""


def main() -> int:
    """One table; 1 where a page is too heavy."""
    from playwright.sync_api import sync_playwright

    rows = []
    with demo() as (site, paths), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, path in paths.items():
            say(name)
            rows.append(_row(name, _weighed(browser, site + path), _moved(browser, site + path)))
        browser.close()
    show("A first visit on a phone of 360 points; kilobytes as they are sent", HEAD, rows)
    return int(any("MISSED" in row for row in rows))


def _weighed(browser: Browser, address: str) -> Counter[str]:
    """Bytes of each kind with their headers, and the number of requests as `requests`."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    found: Counter[str] = Counter()

    def received(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = "Icons" if "icons." in event["response"]["url"] else event["type"]

    def finished(event: dict[str, Any]) -> None:
        found[kinds.get(event["requestId"], "Other")] += int(event["encodedDataLength"])
        found["requests"] += 1

    protocol.on("Network.responseReceived", received)
    protocol.on("Network.loadingFinished", finished)
    protocol.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    context.close()
    return found


def _moved(browser: Browser, address: str) -> float:
    """Cumulative layout shift of a first visit on which the fonts come late."""
    from time import sleep

    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.add_init_script(_SHIFTS)

    def late(route: Any) -> None:
        sleep(_LATE / 1000)
        route.continue_()

    page.route("**/*.woff2", late)
    page.goto(address, wait_until="networkidle")
    moved: float = page.evaluate("window.moved")
    context.close()
    return moved


def _row(name: str, found: Counter[str], moved: float) -> tuple[Any, ...]:
    own = sum(found[kind] for kind in OWN)
    kilobytes = [f"{found[kind] / 1000:.1f}" for kind in ("Document", *OWN[:2], "Icons", "Font")]
    everything = sum(found.values()) - found["requests"]
    return (
        name,
        *kilobytes,
        f"{own / 1000:.1f}",
        f"{LIMIT / 1000:.0f}",
        verdict(own <= LIMIT),
        f"{found['Image'] / 1000:.1f}",
        f"{everything / 1000:.1f}",
        found["requests"],
        f"{moved:.3f}",
    )


if __name__ == "__main__":
    sys.exit(main())
