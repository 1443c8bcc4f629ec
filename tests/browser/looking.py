"""Looks at an open page as the rules ask: axe with no rule switched off, and the portal's own rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
AXE = (HERE / "axe.min.js").read_text(encoding="utf-8")
RULES = (HERE / "rules.js").read_text(encoding="utf-8")
FITS = "the page fits its window"
# axe leaves what WCAG 2.2 added off unless it is asked for.
RUN = (
    "axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then((found) => found.violations)"
)
VIEWS = (("light", 1280, 800), ("light", 640, 400), ("dark", 360, 740))  # a desk, the same at 200 %, a phone at night
NARROWEST = 320  # a desk at 400 %
SEND_EMPTY = """() => {
  const form = document.querySelector("main form:not([action])") ?? document.querySelector("main form");
  form.querySelectorAll("input:not([type=hidden], [type=checkbox], [type=radio]), textarea").forEach((each) => {
    each.value = "";
  });
  form.noValidate = true;
  form.requestSubmit([...form.querySelectorAll("button")].find((button) => button.matches(".btn:not(.btn-quiet)")));
}"""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen: its `name`, its `address`, who sees it; `html` where no address shows it on purpose."""

    name: str
    address: str
    user: Any = None
    html: str = ""
    is_wrong: bool = False  # the form is sent empty, so that it says what is missing


def axe_faults(page: Any) -> list[str]:
    """What axe finds wrong: the rule, and the first elements that break it."""
    return [
        f"{fault['id']} ({fault['help']}): {[node['target'] for node in fault['nodes'][:3]]}"
        for fault in page.evaluate(RUN)
    ]


def look(page: Any, views: Any = VIEWS) -> dict[str, Any]:
    """What is wrong with the page that is open, by view; it is opened once and looked at in every one."""
    page.evaluate(AXE)
    page.evaluate(RULES)
    found = {}
    for scheme, width, height in views:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found[f"{scheme} {width}"] = [*axe_faults(page), *_own_faults(page)]
    page.set_viewport_size({"width": NARROWEST, "height": 700})
    found[f"{NARROWEST}"] = _own_faults(page, [FITS])
    page.set_viewport_size({"width": 1280, "height": 800})
    found["large letters"] = _with_large_letters(page)
    return {view: wrong for view, wrong in found.items() if wrong}


def survey(portal: Any, places: Iterable[Place]) -> list[str]:
    """What is wrong: one line for each fault, with the screen and the view."""
    pages: dict[Any, Any] = {}
    found: list[str] = []
    for place in places:
        if place.user not in pages:
            pages[place.user] = _listened(portal.open("about:blank", place.user))
        page, complaints = pages[place.user]
        complaints.clear()
        _show(page, place)
        wrong = look(page)
        if complaints:
            wrong["the browser"] = list(complaints)
        found += [f"{place.name}, {view}: {fault}" for view, faults in wrong.items() for fault in faults]
    return found


def _listened(page: Any) -> tuple[Any, list[str]]:
    """The page, and what it complains of: files that are missing, what the content policy stops."""
    complaints: list[str] = []

    def listen(said: Any) -> None:
        if said.type == "error" and said.location.get("url") != page.url:  # a page may be an error page on purpose
            complaints.append(said.text)

    page.on("console", listen)
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page, complaints


def _show(page: Any, place: Place) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(place.address)
    if place.html:
        page.set_content(place.html)
    if place.is_wrong:
        with page.expect_navigation():
            page.evaluate(SEND_EMPTY)


def _own_faults(page: Any, rules: list[str] | None = None) -> list[str]:
    broken = page.evaluate("(wanted) => pageRules.broken(wanted ?? undefined)", rules)
    return [f"{rule}: {wrong}" for rule, wrong in broken.items()]


def _with_large_letters(page: Any) -> list[str]:
    """With letters of twice the size, and the window as it was."""
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    wrong = _own_faults(page, [FITS])
    page.evaluate("document.documentElement.style.removeProperty('font-size')")
    return wrong
